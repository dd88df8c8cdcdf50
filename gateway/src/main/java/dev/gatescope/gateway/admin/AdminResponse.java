package dev.gatescope.gateway.admin;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the admin API.
 *
 * @param content what is written, as UTF-8
 * @param allow the methods that the path knows, where the request's was none of them
 */
public record AdminResponse(
        int status, String contentType, String content, @Nullable String allow) {
    static AdminResponse noContent() {
        return new AdminResponse(204, "application/json", "", null);
    }
}
