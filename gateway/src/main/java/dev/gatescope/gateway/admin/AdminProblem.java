package dev.gatescope.gateway.admin;

import dev.gatescope.shared.admin.Problem;

import org.jspecify.annotations.Nullable;

/** A request that is not done, with the answer that says why. */
public final class AdminProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String field;

    private AdminProblem(int status, String detail, @Nullable String field) {
        super(detail, null, false, false);
        this.status = status;
        this.field = field;
    }

    /** A problem with this status and sentence. */
    public static AdminProblem of(int status, String detail) {
        return new AdminProblem(status, detail, null);
    }

    /** A parameter or field that has to be mended. */
    static AdminProblem ofField(String field, String detail) {
        return new AdminProblem(422, detail, field);
    }

    public int status() {
        return status;
    }

    /** The answer's body. */
    public Problem body() {
        return new Problem(
                "about:blank", title(status), status, String.valueOf(getMessage()), field);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Conflict";
            case 413 -> "Content too large";
            case 429 -> "Too many requests";
            case 431 -> "Request header fields too large";
            case 422 -> "Unprocessable content";
            case 426 -> "Upgrade required";
            case 500 -> "Internal server error";
            case 503 -> "Service unavailable";
            default -> "Error";
        };
    }
}
