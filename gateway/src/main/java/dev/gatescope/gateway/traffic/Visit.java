package dev.gatescope.gateway.traffic;

import java.time.Duration;
import java.util.List;

/**
 * One visit of a demo client, from its arrival to its departure.
 *
 * @param steps what it does, the first being how it comes
 * @param away how long it stays away afterwards
 */
record Visit(List<Step> steps, Duration away) {

    /** A deed and the time that the client takes before it. */
    record Step(Duration pause, Deed deed) {}
}
