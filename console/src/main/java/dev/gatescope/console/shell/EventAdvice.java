package dev.gatescope.console.shell;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.protocol.Advice;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What the error code or close code of an event says to a person. Pure text, for any thread. */
public final class EventAdvice {
    private EventAdvice() {}

    /** What happened, whose side it is on, what to do now; empty for an event without a code. */
    public static String of(Event event) {
        @Nullable Object code = event.data().get("code");
        return switch (code) {
            case String name ->
                    ErrorCode.named(name).map(error -> words(name, error.advice())).orElse("");
            case Number number ->
                    words("Code " + number.intValue(), CloseCode.adviceOf(number.intValue()));
            case null, default -> "";
        };
    }

    private static String words(String code, Advice advice) {
        return String.format(
                Locale.ROOT, "%s: %s. %s", code, advice.what(), Sides.sentence(advice));
    }
}
