package dev.gatescope.gateway.sessions;

import java.util.Map;

/**
 * Which message type gets its session by which pattern.
 *
 * @param patterns by message type
 * @param otherwise for every other type
 */
public record SessionTable(Map<String, SessionPattern> patterns, SessionPattern otherwise) {
    public SessionTable {
        patterns = Map.copyOf(patterns);
    }

    /**
     * A code base on its way from one pattern to the other: some requests are right in either way,
     * one fails, one works and leaks.
     */
    public static SessionTable usual() {
        var right =
                new SessionPattern(SessionPattern.Provider.CONTEXT, SessionPattern.Consumer.WITH);
        return new SessionTable(
                Map.of(
                        "chat",
                                new SessionPattern(
                                        SessionPattern.Provider.GENERATOR,
                                        SessionPattern.Consumer.INJECT),
                        "user_message", right,
                        "start_agent",
                                new SessionPattern(
                                        SessionPattern.Provider.GENERATOR,
                                        SessionPattern.Consumer.WITH),
                        "get_thread",
                                new SessionPattern(
                                        SessionPattern.Provider.GENERATOR,
                                        SessionPattern.Consumer.FOR_EARLY_RETURN)),
                right);
    }

    /** The pattern for this message type. */
    SessionPattern of(String type) {
        return patterns.getOrDefault(type, otherwise);
    }
}
