package dev.gatescope.gateway.routing;

/** What a router does with the handler of a connection; three of the four were shipped. */
public enum HandlerPolicy {
    /** Found by its own connection only, and gone with it. */
    KEYED,
    /** Appended to a list from which nothing is ever removed: one more for each connection. */
    NEVER_REMOVED,
    /** Appended to a list; the clean-up removes it from a copy of that list, without effect. */
    REMOVED_FROM_COPY,
    /** The first connection's handler serves everybody's messages, and stays. */
    SHARED
}
