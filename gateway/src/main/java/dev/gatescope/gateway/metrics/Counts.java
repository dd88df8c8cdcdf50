package dev.gatescope.gateway.metrics;

/**
 * Counts at one instant, or between two. {@code failed} counts connections, {@code unroutable}
 * messages.
 */
record Counts(
        long attempts,
        long ready,
        long rejected,
        long vanished,
        long failed,
        long routed,
        long refused,
        long abandoned,
        long unroutable,
        long messages,
        long registrationFailures,
        long sessionsOpened,
        long sessionsClosed,
        long sessionsLeaked,
        long scopeErrors,
        long handlersLeaked) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return combine(other, 1);
    }

    Counts minus(Counts other) {
        return combine(other, -1);
    }

    private Counts combine(Counts other, int sign) {
        return new Counts(
                attempts + sign * other.attempts,
                ready + sign * other.ready,
                rejected + sign * other.rejected,
                vanished + sign * other.vanished,
                failed + sign * other.failed,
                routed + sign * other.routed,
                refused + sign * other.refused,
                abandoned + sign * other.abandoned,
                unroutable + sign * other.unroutable,
                messages + sign * other.messages,
                registrationFailures + sign * other.registrationFailures,
                sessionsOpened + sign * other.sessionsOpened,
                sessionsClosed + sign * other.sessionsClosed,
                sessionsLeaked + sign * other.sessionsLeaked,
                scopeErrors + sign * other.scopeErrors,
                handlersLeaked + sign * other.handlersLeaked);
    }

    /** Connections that count for success: those that were ready, and those that failed. */
    long connectionTries() {
        return ready + failed;
    }

    /** Messages that count for success: those that were routed, and those that failed. */
    long messageTries() {
        return routed + unroutable;
    }

    long sessionsOpen() {
        return sessionsOpened - sessionsClosed;
    }
}
