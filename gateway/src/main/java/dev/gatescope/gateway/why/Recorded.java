package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

/** The recorded events, wherever they are kept. */
@FunctionalInterface
interface Recorded {
    /** The event of this number; none where no record of it is left. */
    @Nullable Event find(long number);
}
