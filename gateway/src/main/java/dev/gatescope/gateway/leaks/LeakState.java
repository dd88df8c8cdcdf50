package dev.gatescope.gateway.leaks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a leak. */
public enum LeakState {
    /** It is still held. */
    LEAKED,
    /** It came back by itself, late: the alarm was false. */
    RETURNED,
    /** Somebody took it back. */
    RECLAIMED;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this word. */
    public static Optional<LeakState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
