package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import java.util.Map;

/** What people and the gateway itself do beside the connections. */
public sealed interface OperationFact extends Fact {

    /** An operator did something; {@code who} is the label of the admin token. */
    record OperatorActed(String who, String what, String reason) implements OperationFact {
        @Override
        public String type() {
            return "operator.acted";
        }

        @Override
        public String sentence() {
            return who + ": " + what + (reason.isEmpty() ? "." : " (" + reason + ").");
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("who", who, "what", what, "reason", reason);
        }
    }

    /** Another flow runs from now on. */
    record FlowChanged(String from, String to) implements OperationFact {
        @Override
        public String type() {
            return "flow.changed";
        }

        @Override
        public String sentence() {
            return "The flow was changed from " + from + " to " + to + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("from", from, "to", to);
        }
    }

    /**
     * The gateway's flow lacks something, or does it in an order that is known to go wrong: why
     * errors happen on it that another flow does not make.
     *
     * @param property what it is called, as the fix that would mend it
     */
    record FlowProperty(String flow, String property, String what) implements OperationFact {
        @Override
        public String type() {
            return "flow.property";
        }

        @Override
        public String sentence() {
            return "Flow `" + flow + "` " + what + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("flow", flow, "property", property, "what", what);
        }
    }

    /** The gateway is being stopped. */
    record GatewayStopping() implements OperationFact {
        @Override
        public String type() {
            return "gateway.stopping";
        }

        @Override
        public String sentence() {
            return "The gateway is being stopped.";
        }
    }

    /** Somebody set a labelled line on every chart. */
    record MarkSet(String who, String label) implements OperationFact {
        @Override
        public String type() {
            return "mark.set";
        }

        @Override
        public String sentence() {
            return label;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("who", who, "label", label);
        }
    }

    /** A reader was too slow; {@code where} names it. */
    record EventsDropped(String where, long count) implements OperationFact {
        @Override
        public String type() {
            return "events.dropped";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String sentence() {
            return count + " events were dropped before they reached the " + where + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("where", where, "count", count);
        }
    }
}
