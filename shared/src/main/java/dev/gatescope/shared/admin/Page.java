package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of a list.
 *
 * @param nextCursor what to send as {@code cursor} to get the next part; none at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
