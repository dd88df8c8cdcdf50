package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** What an exception of ours knows beyond its words: the event that tells why it was thrown. */
public interface Explained {
    /** The event, {@link LifecycleHub#NONE} where there is none. */
    long because();

    /** Further events that explain it as well. */
    default List<Long> further() {
        return List.of();
    }

    /** The event that explains a failure, or one of those that made it; NONE where none does. */
    static long eventOf(@Nullable Throwable failure) {
        for (var next = failure; next != null; next = next.getCause()) {
            if (next instanceof Explained explained && explained.because() != LifecycleHub.NONE) {
                return explained.because();
            }
        }
        return LifecycleHub.NONE;
    }

    /** All events that explain a failure, the best first; empty where none does. */
    static List<Long> eventsOf(@Nullable Throwable failure) {
        for (var next = failure; next != null; next = next.getCause()) {
            if (next instanceof Explained explained && explained.because() != LifecycleHub.NONE) {
                return Stream.concat(Stream.of(explained.because()), explained.further().stream())
                        .toList();
            }
        }
        return List.of();
    }
}
