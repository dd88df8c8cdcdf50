package dev.gatescope.bench;

/**
 * The class that {@code java -jar} starts. It is compiled for Java 11, so that an older Java than
 * the benchmarks need can still run it and say what is missing.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "Gatescope's benchmarks need Java "
                            + NEEDED
                            + " or newer; this is Java "
                            + found
                            + ". Start them with ./mvnw -q -Pbench -pl gateway/bench -am, which"
                            + " finds the right one");
            System.exit(2);
        }
        Bench.main(args);
    }
}
