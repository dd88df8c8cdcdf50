package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import java.util.HashMap;
import java.util.Map;

/** What happens to a request's database session; {@code session} counts from 1. */
public sealed interface SessionFact extends Fact {
    /** The session's number. */
    long session();

    @Override
    default Severity severity() {
        return Severity.DEBUG;
    }

    @Override
    default boolean perMessage() {
        return severity() == Severity.DEBUG;
    }

    @Override
    default Map<String, Object> data() {
        return Map.of("session", session());
    }

    /** A transaction was begun for a request. */
    record Opened(long session) implements SessionFact {
        @Override
        public String type() {
            return "session.opened";
        }

        @Override
        public String sentence() {
            return "A database session was opened for the request.";
        }
    }

    /** The request's work was made durable. */
    record Committed(long session) implements SessionFact {
        @Override
        public String type() {
            return "session.committed";
        }

        @Override
        public String sentence() {
            return "The database session was committed.";
        }
    }

    /** The request's work was undone, because of what the work threw. */
    record RolledBack(long session, Throwable because) implements SessionFact {
        @Override
        public String type() {
            return "session.rolled_back";
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public String sentence() {
            return "The database session was rolled back: " + Fact.words(because);
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("session", session, "exception", because.toString());
        }
    }

    /** The session went back to the pool. */
    record Closed(long session, long heldNanos) implements SessionFact {
        @Override
        public String type() {
            return "session.closed";
        }

        @Override
        public String sentence() {
            return "The database session was closed.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("session", session, "held_ms", Fact.millis(heldNanos));
        }
    }

    /** The session is still open although its request is over. */
    record Leaked(long session, Holding holding) implements SessionFact {
        @Override
        public String type() {
            return "session.leaked";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "The database session is still open although its request is over.";
        }

        @Override
        public Map<String, Object> data() {
            var data = new HashMap<>(holding.data());
            data.put("session", session);
            return data;
        }
    }

    /** A leaked session came back after all; {@code reclaimed} where somebody took it back. */
    record Returned(long session, boolean reclaimed) implements SessionFact {
        @Override
        public String type() {
            return "session.returned";
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public String sentence() {
            return reclaimed
                    ? "A leaked database session was taken back."
                    : "A database session that was thought leaked came back.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("session", session, "reclaimed", reclaimed);
        }
    }

    /** A session could not be opened, committed, rolled back or closed as its scope demands. */
    record ScopeFailed(long session, String reason, Throwable because) implements SessionFact {
        @Override
        public String type() {
            return "session.scope_failed";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "The database session's scope broke (" + reason + "): " + Fact.words(because);
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("session", session, "reason", reason, "exception", because.toString());
        }
    }
}
