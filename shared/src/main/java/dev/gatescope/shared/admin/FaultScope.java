package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

/**
 * What a fault acts on; everything where nothing is said.
 *
 * @param percent of the connections or messages that are otherwise in scope, above 0 to 100
 * @param user only connections of this user
 * @param connection only this connection
 * @param type only messages of this type
 */
public record FaultScope(
        @Nullable Double percent,
        @Nullable String user,
        @Nullable String connection,
        @Nullable String type) {
    /** Everything. */
    public static final FaultScope EVERYTHING = new FaultScope(null, null, null, null);
}
