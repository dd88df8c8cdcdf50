package dev.gatescope.gateway.sessions;

/**
 * How a request gets its session: what shape the provider has, and what the consumer takes it for.
 * Where the two do not match, the request fails, or its session is never committed nor closed.
 */
public record SessionPattern(Provider provider, Consumer consumer) {
    /** What a provider of sessions gives. */
    public enum Provider {
        /**
         * A sequence of one session; the code that commits and closes it runs when a second one is
         * asked for.
         */
        GENERATOR,
        /** A scope that begins, commits or rolls back, and closes. */
        CONTEXT
    }

    /** What a consumer takes it for. */
    public enum Consumer {
        /** A scope, in a block. */
        WITH,
        /** A sequence, left with the first element. */
        FOR_EARLY_RETURN,
        /** A sequence, asked to its end. */
        FOR_EXHAUST,
        /** Something that a framework drives and hands over as a session. */
        INJECT
    }
}
