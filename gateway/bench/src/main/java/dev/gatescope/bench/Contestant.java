package dev.gatescope.bench;

import dev.gatescope.bench.bare.BareServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server to be measured.
 *
 * @param name as it stands in the tables
 * @param program what the {@code java} command is given after the JVM's options
 * @param gateway whether it speaks the gateway's protocol; otherwise it is an echo
 */
record Contestant(String name, List<String> program, boolean gateway) {

    /** The bare server with this kind of threads, {@code platform} or {@code virtual}. */
    static Contestant bare(String threads) {
        return bare("bare, " + threads + " threads", threads);
    }

    /** The same under another name, for more than one of a kind. */
    static Contestant bare(String name, String threads) {
        return new Contestant(
                name,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        threads),
                false);
    }

    /**
     * The gateway.
     *
     * @param database {@code mem}, or a URL
     * @param options what else it is started with
     */
    static Contestant gateway(Path jar, String name, String database, String... options) {
        var program = new ArrayList<>(List.of("-jar", jar.toString()));
        program.addAll(List.of("--port", "0", "--admin-port", "0", "--db", database));
        program.addAll(List.of(options));
        return new Contestant(name, List.copyOf(program), true);
    }
}
