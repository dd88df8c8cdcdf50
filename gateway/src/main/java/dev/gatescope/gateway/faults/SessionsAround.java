package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;

/** Sessions that stand around others, and leave to them whatever they do not do themselves. */
interface SessionsAround extends Sessions {
    /** Those that they stand around. */
    Sessions real();

    @Override
    default void requestOver(RequestSessions request) {
        real().requestOver(request);
    }

    @Override
    default boolean reclaim(long session, long cause) {
        return real().reclaim(session, cause);
    }

    @Override
    default void giveBack(long cause) {
        real().giveBack(cause);
    }
}
