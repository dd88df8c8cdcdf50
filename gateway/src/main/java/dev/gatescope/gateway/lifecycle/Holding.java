package dev.gatescope.gateway.lifecycle;

import java.util.Map;

/**
 * How something is held that should have been given back.
 *
 * @param place where it was taken
 * @param request the event of the message for which it was taken; {@link LifecycleHub#NONE} where
 *     it was the connection's
 * @param heldNanos since when it is held
 */
public record Holding(Place place, long request, long heldNanos) {
    /** What an event of it shows. */
    Map<String, Object> data() {
        return Map.of(
                "acquired_at", place.acquiredAt(),
                "fingerprint", place.fingerprint(),
                "held_ms", Fact.millis(heldNanos));
    }
}
