package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What happens to a connection as a whole. */
public sealed interface ConnectionFact extends Fact {

    /** A client asked for a WebSocket. */
    record Opened(String remoteAddress, @Nullable String client, boolean demo)
            implements ConnectionFact {
        @Override
        public String type() {
            return "connection.opened";
        }

        @Override
        public String sentence() {
            return "A client asked for a WebSocket from " + remoteAddress + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "remote_address",
                    remoteAddress,
                    "client",
                    client == null ? "" : client,
                    "demo",
                    demo);
        }
    }

    /** The upgrade is complete. */
    record Accepted(@Nullable String subprotocol, long tookNanos) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.accepted";
        }

        @Override
        public String sentence() {
            return subprotocol == null
                    ? "The WebSocket was accepted."
                    : "The WebSocket was accepted with subprotocol " + subprotocol + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "subprotocol",
                    subprotocol == null ? "" : subprotocol,
                    "took_ms",
                    Fact.millis(tookNanos));
        }
    }

    /** The gateway knows who the client is. */
    record Authenticated(String user, String source, long tookNanos) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.authenticated";
        }

        @Override
        public String sentence() {
            return source.equals("none")
                    ? "Let in as " + user + " without a token, as development allows."
                    : "Authenticated as " + user + " by a token from the " + source + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("user", user, "auth", source, "took_ms", Fact.millis(tookNanos));
        }
    }

    /** The client came before the gateway was ready, and waits. */
    record Waiting(List<String> missing) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.waiting";
        }

        @Override
        public String sentence() {
            return "Waits until the gateway is ready; missing: " + String.join(", ", missing) + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("missing", missing);
        }
    }

    /** The connection's handler is in the router. */
    record Registered(int types, boolean fallback, long waitedNanos, long tookNanos)
            implements ConnectionFact {
        @Override
        public String type() {
            return "connection.registered";
        }

        @Override
        public Severity severity() {
            return fallback ? Severity.WARNING : Severity.INFO;
        }

        @Override
        public String sentence() {
            return fallback
                    ? "A fallback handler was registered, since a component failed."
                    : "A handler for " + types + " message types was registered.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "types",
                    types,
                    "fallback",
                    fallback,
                    "waited_ms",
                    Fact.millis(waitedNanos),
                    "took_ms",
                    Fact.millis(tookNanos));
        }
    }

    /** The welcome was sent. */
    record Ready(long afterNanos) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.ready";
        }

        @Override
        public String sentence() {
            return "Ready: accepted, authenticated, registered and welcomed.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("after_ms", Fact.millis(afterNanos));
        }
    }

    /** The gateway refused the connection and said why. */
    record Rejected(ErrorCode code, String why) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.rejected";
        }

        @Override
        public Severity severity() {
            return code.blame() == ErrorCode.Blame.CLIENT ? Severity.WARNING : Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "Refused with " + code + ": " + why;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("code", code.name(), "why", why);
        }
    }

    /** The connection is over, and everything it held has been given back. */
    record Closed(
            Outcome outcome,
            Phase phase,
            Ending ending,
            @Nullable String why,
            long lastedNanos,
            long messagesIn,
            long messagesOut)
            implements ConnectionFact {
        @Override
        public String type() {
            return "connection.closed";
        }

        @Override
        public Severity severity() {
            return outcome == Outcome.FAILED ? Severity.ERROR : Severity.INFO;
        }

        @Override
        public String sentence() {
            var how = ending.sentence();
            return switch (outcome) {
                case READY -> how;
                case REJECTED -> how + " It was refused for its own fault.";
                case VANISHED -> how + " The client left before it was ready.";
                case FAILED ->
                        how + " It never became ready: " + (why == null ? phase.label() : why);
            };
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "outcome", outcome.word(),
                    "phase", phase.label(),
                    "code", ending.code(),
                    "initiator", ending.initiator().word(),
                    "reason", ending.reason(),
                    "why", why == null ? "" : why,
                    "lasted_ms", Fact.millis(lastedNanos),
                    "messages_in", messagesIn,
                    "messages_out", messagesOut);
        }
    }

    /** Somebody wanted something of the connection that its state does not allow. */
    record WrongState(String operation, ConnectionState state) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.wrong_state";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "Tried to " + operation + " while " + state.word() + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("operation", operation, "state", state.word());
        }
    }

    /**
     * A flow that keeps two flags for one socket, its own end's and the client's, believed the one
     * that was out of date.
     */
    record NotConnected(String complaint, String clientFlag, String applicationFlag)
            implements ConnectionFact {
        @Override
        public String type() {
            return "connection.wrong_state";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return complaint
                    + " (client flag "
                    + clientFlag
                    + ", application flag "
                    + applicationFlag
                    + ")";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "complaint", complaint,
                    "client_flag", clientFlag,
                    "application_flag", applicationFlag);
        }
    }
}
