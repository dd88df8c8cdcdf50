package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that are open although their requests are over, so that somebody can take them back.
 * Safe from any thread.
 */
final class OverdueSessions {
    private final ConcurrentHashMap<Long, OpenSession> sessions = new ConcurrentHashMap<>();
    private final long property;
    private volatile boolean givenBack;
    private volatile long because = LifecycleHub.NONE;

    /**
     * @param property the event that says why sessions may outlive their requests, if one does
     */
    OverdueSessions(long property) {
        this.property = property;
    }

    long property() {
        return property;
    }

    void add(OpenSession session) {
        sessions.put(session.number(), session);
    }

    void remove(OpenSession session) {
        sessions.remove(session.number());
    }

    /** A request is over; once all has been given back, what it leaves open is as well. */
    void requestOver(RequestSessions request) {
        request.over();
        if (givenBack) {
            takeBackAll();
        }
    }

    /** Takes one back; false where it is not here, or comes back by itself just now. */
    boolean reclaim(long number, long cause) {
        var session = sessions.get(number);
        return session != null && session.reclaim(cause);
    }

    /** Takes back whatever is here, and from now on whatever comes. */
    void giveBack(long cause) {
        because = cause;
        givenBack = true;
        takeBackAll();
    }

    private void takeBackAll() {
        sessions.values().forEach(session -> session.reclaim(because));
    }
}
