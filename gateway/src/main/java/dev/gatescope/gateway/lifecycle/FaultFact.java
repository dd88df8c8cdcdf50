package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import java.util.Map;

/** What is broken on purpose, and what comes of it. */
public sealed interface FaultFact extends Fact {
    /** The fault's number. */
    long fault();

    /** What kind of fault it is, such as {@code handler-slow}. */
    String kind();

    /** A fault acts from now on. */
    record Started(long fault, String kind, String what, String by, String reason)
            implements FaultFact {
        @Override
        public String type() {
            return "fault.started";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String sentence() {
            return by + " injected the fault " + kind + " (" + reason + "): " + what;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "fault", Ids.faultText(fault),
                    "kind", kind,
                    "what", what,
                    "by", by,
                    "reason", reason);
        }
    }

    /**
     * A fault touched a connection or a message.
     *
     * @param perMessage whether it may happen with every message
     */
    record Hit(long fault, String kind, String what, boolean perMessage) implements FaultFact {
        @Override
        public String type() {
            return "fault.hit";
        }

        @Override
        public String sentence() {
            return "The injected fault " + kind + " acted: " + what;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("fault", Ids.faultText(fault), "kind", kind, "what", what);
        }
    }

    /** An event that a fault made only for there to be more of them; nothing comes of it. */
    record Noise(long fault, String kind) implements FaultFact {
        @Override
        public String type() {
            return "fault.noise";
        }

        @Override
        public Severity severity() {
            return Severity.DEBUG;
        }

        @Override
        public String sentence() {
            return "The injected fault " + kind + " made an event.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("fault", Ids.faultText(fault), "kind", kind);
        }
    }

    /** A fault acts no more; {@code how} is {@code expired} or {@code stopped}. */
    record Ended(long fault, String kind, String how, String why, long hits) implements FaultFact {
        @Override
        public String type() {
            return "fault.ended";
        }

        @Override
        public String sentence() {
            return "The injected fault " + kind + " is over after " + hits + " hits: " + why + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of(
                    "fault", Ids.faultText(fault),
                    "kind", kind,
                    "how", how,
                    "why", why,
                    "hits", hits);
        }
    }
}
