package dev.gatescope.console.overview;

/**
 * What to do to see figures.
 *
 * @param toConnect how to get connections
 * @param toSend how to get messages
 */
record Hints(String toConnect, String toSend) {
    /**
     * @param address where clients connect, such as {@code ws://127.0.0.1:8025/ws}
     */
    static Hints forClientsAt(String address) {
        return new Hints(
                "Connect a client to " + address + " or switch demo traffic on.",
                "Send a message over a connection or switch demo traffic on.");
    }
}
