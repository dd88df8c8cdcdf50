package dev.gatescope.gateway;

/**
 * The class that {@code java -jar} starts. It is compiled for Java 11, so that an older Java than
 * Gatescope needs can still run it and say what is missing.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "Gatescope needs Java "
                            + NEEDED
                            + " or newer; this is Java "
                            + found
                            + ". Start it with the java of a JDK "
                            + NEEDED
                            + ", for example from https://adoptium.net");
            System.exit(2);
        }
        GatewayMain.main(args);
    }
}
