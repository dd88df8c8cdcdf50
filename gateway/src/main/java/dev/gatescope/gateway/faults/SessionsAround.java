package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.sessions.Sessions;

/** Sessions that stand around others, and leave to them whatever they do not do themselves. */
interface SessionsAround extends Sessions {
    /** Those that they stand around. */
    Sessions real();

    @Override
    default void requestOver(Connection owner) {
        real().requestOver(owner);
    }

    @Override
    default void reclaim() {
        real().reclaim();
    }
}
