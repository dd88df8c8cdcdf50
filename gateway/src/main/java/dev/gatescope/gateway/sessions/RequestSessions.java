package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Connection;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of one request that are open; those that still are when it is over have leaked, from
 * that moment until they are closed. Its lock orders the end of the request and the ends of its
 * sessions, so that what is said of a session is said once and in order.
 */
public final class RequestSessions {
    private final Connection owner;
    private final String type;
    private final long event;
    private final List<OpenSession> open = new ArrayList<>(0);
    private boolean over;

    /**
     * None so far.
     *
     * @param owner the connection whose request it is
     * @param type the message type of the request
     * @param event the event of the message, on which the sessions' events rest
     */
    public RequestSessions(Connection owner, String type, long event) {
        this.owner = owner;
        this.type = type;
        this.event = event;
    }

    /** The connection whose request it is. */
    public Connection owner() {
        return owner;
    }

    /** The message type of the request. */
    public String type() {
        return type;
    }

    /** The event of the message. */
    public long event() {
        return event;
    }

    /** A session was opened; one that comes after the request has leaked already. */
    synchronized void opened(OpenSession session) {
        open.add(session);
        if (over) {
            session.leaked();
        }
    }

    /** The request is over. */
    synchronized void over() {
        if (!over) {
            over = true;
            open.forEach(OpenSession::leaked);
        }
    }

    /** A session is open no more. */
    synchronized void closed(OpenSession session, Runnable report) {
        open.remove(session);
        report.run();
    }
}
