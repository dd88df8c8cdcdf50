package dev.gatescope.bench;

/**
 * One line of a table: a server, and whether somebody watches it.
 *
 * @param console whether a reader of the live stream is attached, as a console is
 */
record Variant(Contestant server, boolean console) {

    static Variant of(Contestant server) {
        return new Variant(server, false);
    }

    String name() {
        return console ? server.name() + " + console" : server.name();
    }
}
