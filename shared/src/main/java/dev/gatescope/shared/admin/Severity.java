package dev.gatescope.shared.admin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** How much an event matters, least first. */
public enum Severity {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of a word on the wire. */
    @JsonCreator
    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
