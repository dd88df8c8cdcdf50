package dev.gatescope.gateway.startup;

import java.util.List;

/** Whether the gateway can serve connections, once that is decided. */
public sealed interface Readiness {
    /** The event that decided it, for those who waited. */
    long event();

    /** Everything is up. */
    record Ready(long event) implements Readiness {}

    /** A component failed for good; {@code missing} names all that are not up. */
    record Broken(List<String> missing, long event) implements Readiness {}
}
