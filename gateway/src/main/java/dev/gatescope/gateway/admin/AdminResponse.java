package dev.gatescope.gateway.admin;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the admin API.
 *
 * @param content what is written, as UTF-8
 * @param allow the methods that the path knows, where that is asked or has to be said
 */
public record AdminResponse(
        int status, String contentType, String content, @Nullable String allow) {
    static AdminResponse noContent() {
        return new AdminResponse(204, "application/json", "", null);
    }

    AdminResponse allowing(String methods) {
        return new AdminResponse(status, contentType, content, methods);
    }
}
