package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param title the kind of problem, always the same for a status
 * @param detail one sentence: what was wrong and what to do
 * @param field the part of the request that was wrong
 */
public record Problem(
        String type, String title, int status, String detail, @Nullable String field) {}
