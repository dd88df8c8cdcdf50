package dev.gatescope.gateway.flow;

/** A point in a connection's flow at which it can be held. */
public enum Checkpoint {
    /** The client is about to be asked who it is. */
    BEFORE_AUTHENTICATE,
    /** The upgrade is about to be completed. */
    BEFORE_ACCEPT,
    /** Its handler is about to be put into the router. */
    BEFORE_REGISTER,
    /** It is about to be told that it is ready. */
    BEFORE_WELCOME,
    /** One of its messages is about to be routed. */
    BEFORE_HANDLE,
    /** It is over, and what it holds is about to be given back. */
    BEFORE_CLEANUP
}
