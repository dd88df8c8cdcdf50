package dev.gatescope.gateway.traffic;

/** Hears what demo clients do. Called on their threads. */
@FunctionalInterface
interface Witness {
    /** A client has done something, and was answered as it expected or not. */
    void saw(String user, Deed deed, boolean asExpected);
}
