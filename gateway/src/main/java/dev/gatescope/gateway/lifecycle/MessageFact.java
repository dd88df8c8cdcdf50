package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What happens to one message of a connection. */
public sealed interface MessageFact extends Fact {
    /** The kind of messages whose type nobody knows. */
    String OTHER = "other";

    @Override
    default Severity severity() {
        return Severity.DEBUG;
    }

    @Override
    default boolean perMessage() {
        return severity() != Severity.ERROR;
    }

    /** What a sentence calls a message. */
    private static String named(String kind) {
        return kind.equals(OTHER) ? "a message" : kind;
    }

    /** A frame came in; {@code kind} is a known type or {@link #OTHER}. */
    record Received(String kind, int bytes) implements MessageFact {
        @Override
        public String type() {
            return "message.received";
        }

        @Override
        public String sentence() {
            return "Received " + named(kind) + ", " + bytes + " bytes.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("type", kind, "bytes", bytes);
        }
    }

    /** A frame came before the connection was ready and is kept for later. */
    record Queued(int bytes, int waiting) implements MessageFact {
        @Override
        public String type() {
            return "message.queued";
        }

        @Override
        public String sentence() {
            return "Kept until the connection is ready; "
                    + waiting
                    + (waiting == 1 ? " waits." : " wait.");
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("bytes", bytes, "waiting", waiting);
        }
    }

    /**
     * This connection's handler, or the fallback in its place, took the message and finished it.
     */
    record Routed(String kind, boolean fallback, long tookNanos) implements MessageFact {
        @Override
        public String type() {
            return "message.routed";
        }

        @Override
        public String sentence() {
            return fallback
                    ? "The fallback handler answered " + named(kind) + "."
                    : "Routed " + named(kind) + " to this connection's handler.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("type", kind, "fallback", fallback, "took_ms", Fact.millis(tookNanos));
        }
    }

    /** The client's own fault, and it was told. */
    record Refused(String kind, ErrorCode code, String why) implements MessageFact {
        @Override
        public String type() {
            return "message.refused";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public boolean perMessage() {
            return false;
        }

        @Override
        public String sentence() {
            return "Refused " + named(kind) + " with " + code + ": " + why;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("type", kind, "code", code.name(), "why", why);
        }
    }

    /** The client left before its answer. */
    record Abandoned(String kind) implements MessageFact {
        @Override
        public String type() {
            return "message.abandoned";
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public boolean perMessage() {
            return false;
        }

        @Override
        public String sentence() {
            return "The client left before " + named(kind) + " was answered.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("type", kind);
        }
    }

    /** The gateway could not do its part; {@code errorCount} counts failures in a row. */
    record Failed(String kind, ErrorCode code, int errorCount, @Nullable Throwable because)
            implements MessageFact {
        @Override
        public String type() {
            return "message.failed";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return switch (code) {
                case NO_HANDLER ->
                        "No handler of this connection was found for " + named(kind) + ".";
                case NOT_READY ->
                        "Too much came before the connection was ready; "
                                + named(kind)
                                + " was dropped.";
                default ->
                        "The handler for "
                                + named(kind)
                                + " failed"
                                + (because == null ? "." : ": " + Fact.words(because));
            };
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "type",
                    kind,
                    "code",
                    code.name(),
                    "error_count",
                    errorCount,
                    "exception",
                    because == null ? "" : because.toString());
        }
    }

    /** Another connection's handler took the message, and that connection got the answer. */
    record Misdelivered(String kind, String toConnection, String toUser, int errorCount)
            implements MessageFact {
        @Override
        public String type() {
            return "message.failed";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "The handler of "
                    + toConnection
                    + ", user "
                    + toUser
                    + ", took "
                    + named(kind)
                    + " and got the answer.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "type",
                    kind,
                    "error_count",
                    errorCount,
                    "to_connection",
                    toConnection,
                    "to_user",
                    toUser);
        }
    }

    /** A frame went out; {@code kind} is the frame's type. */
    record Sent(String kind, int bytes) implements MessageFact {
        @Override
        public String type() {
            return "message.sent";
        }

        @Override
        public String sentence() {
            return "Sent " + named(kind) + ", " + bytes + " bytes.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("type", kind, "bytes", bytes);
        }
    }
}
