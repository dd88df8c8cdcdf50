package dev.gatescope.gateway.sessions;

import org.jdbi.v3.core.Handle;

/**
 * A unit of work in the database that lasts as long as one request: begun before the work,
 * committed or rolled back after it, closed whatever happens. For the request's own thread only;
 * never keep it.
 */
public interface Session {
    /** The session's number, for its events. */
    long number();

    /** SQL within this unit of work. */
    Handle sql();
}
