package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.traffic.Deed.Way;

import java.util.List;

/**
 * Who a demo client is.
 *
 * @param user the name in its tokens
 * @param program what kind of program it uses
 * @param userAgent how that program introduces itself
 * @param regular whether it stays for long; others look in for a moment
 */
record Persona(String user, Program program, String userAgent, boolean regular) {

    /** What a client runs in, which decides how it can show a token. */
    enum Program {
        /** A web page cannot set headers. */
        BROWSER,
        PHONE,
        SCRIPT;

        /** How it shows a token while it asks for the upgrade. */
        List<Way> handshakeWays() {
            return switch (this) {
                case BROWSER -> List.of(Way.SUBPROTOCOL);
                case PHONE -> List.of(Way.HEADER, Way.SUBPROTOCOL);
                case SCRIPT -> List.of(Way.HEADER);
            };
        }

        /** Whether it may also bring its token in a first frame. */
        boolean knowsFirstFrame() {
            return this != SCRIPT;
        }
    }

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/141.0.0.0 Safari/537.36";
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    private static final String SAFARI =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/26.0 Safari/605.1.15";
    private static final String ANDROID = "AcmeChat/4.2 (Android 16) okhttp/5.1.0";
    private static final String IPHONE = "AcmeChat/4.2 (iPhone; iOS 26.0) CFNetwork/3826.600.41";
    private static final String NODE = "acme-bot/1.7 node/24.9.0 ws/8.18.3";
    private static final String PYTHON = "Python/3.13 websockets/15.0.1";

    /** The same on a visit that ends before the welcome. */
    Persona impatient() {
        return new Persona(user, program, userAgent + DemoGates.IMPATIENT, regular);
    }

    /** Everybody, always in the same order. */
    static List<Persona> everybody() {
        return List.of(
                browser("alice", CHROME, true),
                browser("bob", FIREFOX, true),
                browser("carol", SAFARI, true),
                phone("dave", ANDROID, true),
                phone("erin", IPHONE, true),
                script("report-bot", NODE, true),
                script("nightly-import", PYTHON, true),
                browser("frank", CHROME, true),
                browser("grace", CHROME, false),
                browser("heidi", FIREFOX, false),
                browser("ivan", CHROME, false),
                browser("judy", SAFARI, false),
                browser("karl", FIREFOX, false),
                browser("laura", CHROME, false),
                phone("mallory", ANDROID, false),
                phone("nina", IPHONE, false),
                phone("oscar", ANDROID, false),
                phone("peggy", IPHONE, false),
                phone("quentin", IPHONE, false),
                phone("rupert", ANDROID, false),
                script("status-check", PYTHON, false),
                script("ticket-sync", NODE, false),
                script("uptime-probe", PYTHON, false),
                script("victor", NODE, false));
    }

    private static Persona browser(String user, String userAgent, boolean regular) {
        return new Persona(user, Program.BROWSER, userAgent, regular);
    }

    private static Persona phone(String user, String userAgent, boolean regular) {
        return new Persona(user, Program.PHONE, userAgent, regular);
    }

    private static Persona script(String user, String userAgent, boolean regular) {
        return new Persona(user, Program.SCRIPT, userAgent, regular);
    }
}
