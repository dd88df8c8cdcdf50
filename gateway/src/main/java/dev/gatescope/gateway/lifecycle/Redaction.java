package dev.gatescope.gateway.lifecycle;

import java.util.regex.Pattern;

/** Takes secrets out of frames before anybody is shown them. */
final class Redaction {
    private static final String HIDDEN = "[redacted]";

    /** A field whose name says that its value is a secret, with a string for a value. */
    private static final Pattern SECRET_FIELD =
            Pattern.compile(
                    "(\"[^\"]*(?:token|secret|password|passwd|authorization|api_?key|credential)[^\"]*\"\\s*:\\s*)"
                        + "(\"(?:[^\"\\\\]|\\\\.)*(?:\"|…|$)|\\[[^\\]]*\\]?|\\{[^}]*}?|[^,}\\s]+)",
                    Pattern.CASE_INSENSITIVE);

    /** Three base64url parts of which the first is the beginning of a JSON object: a JWT. */
    private static final Pattern JWT =
            Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)?");

    private Redaction() {}

    static String of(String text) {
        return JWT.matcher(SECRET_FIELD.matcher(text).replaceAll("$1\"" + HIDDEN + "\""))
                .replaceAll(HIDDEN);
    }
}
