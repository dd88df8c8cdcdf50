package dev.gatescope.gateway.server;

/** Sizes of text as it travels. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes a text has in UTF-8, without encoding it. */
    static int length(String text) {
        var chars = text.length();
        var bytes = chars;
        for (var i = 0; i < chars; i++) {
            var c = text.charAt(i);
            if (c >= 0x800) {
                // A surrogate pair is two chars and four bytes.
                bytes += Character.isSurrogate(c) ? 1 : 2;
            } else if (c >= 0x80) {
                bytes++;
            }
        }
        return bytes;
    }
}
