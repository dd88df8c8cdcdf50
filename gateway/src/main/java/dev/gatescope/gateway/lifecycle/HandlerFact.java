package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What happens to a connection's handler in the router. */
public sealed interface HandlerFact extends Fact {

    /** A handler was put into the router. */
    record Added(boolean fallback) implements HandlerFact {
        @Override
        public String type() {
            return "handler.added";
        }

        @Override
        public String sentence() {
            return fallback ? "A fallback handler was added." : "A handler was added.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("fallback", fallback);
        }
    }

    /**
     * A handler was taken out of the router.
     *
     * @param leaked whether that was long overdue
     * @param reclaimed whether somebody took it back, as it would not have gone by itself
     */
    record Removed(boolean leaked, boolean reclaimed) implements HandlerFact {
        /** One that went by itself. */
        public Removed(boolean leaked) {
            this(leaked, false);
        }

        @Override
        public String type() {
            return "handler.removed";
        }

        @Override
        public String sentence() {
            if (reclaimed) {
                return "A leaked handler was taken back.";
            }
            return leaked ? "The leaked handler was removed." : "The handler was removed.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("leaked", leaked, "reclaimed", reclaimed);
        }
    }

    /** A handler is still there although its connection is over. */
    record Leaked(Holding holding) implements HandlerFact {
        @Override
        public String type() {
            return "handler.leaked";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "The handler is still registered although its connection is over.";
        }

        @Override
        public Map<String, Object> data() {
            return holding.data();
        }
    }

    /** A handler could not be made or registered. */
    record RegistrationFailed(String reason, String why, @Nullable Throwable because)
            implements HandlerFact {
        @Override
        public String type() {
            return "registration.failed";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "No handler could be registered: " + why;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "reason", reason,
                    "why", why,
                    "exception", because == null ? "" : because.toString());
        }
    }
}
