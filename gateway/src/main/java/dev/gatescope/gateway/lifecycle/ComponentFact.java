package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import java.util.Map;

/** What happens to a component that the gateway needs. */
public sealed interface ComponentFact extends Fact {
    /** The component's name. */
    String name();

    @Override
    default Map<String, Object> data() {
        return Map.of("component", name());
    }

    /** Its phase began. */
    record Starting(String name) implements ComponentFact {
        @Override
        public String type() {
            return "component.starting";
        }

        @Override
        public String sentence() {
            return "Component " + name + " is starting.";
        }
    }

    /** It was up, and is taken down to be started again. */
    record Restarting(String name, String why) implements ComponentFact {
        @Override
        public String type() {
            return "component.starting";
        }

        @Override
        public String sentence() {
            return "Component " + name + " is down and will be started again: " + why + ".";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("component", name, "why", why);
        }
    }

    /**
     * It is up.
     *
     * @param everything whether everything is up with it, so that the gateway can serve
     */
    record Ready(String name, long tookMillis, boolean everything) implements ComponentFact {
        @Override
        public String type() {
            return "component.ready";
        }

        @Override
        public String sentence() {
            return "Component " + name + " is ready after " + tookMillis + " ms.";
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("component", name, "took_ms", tookMillis, "everything", everything);
        }
    }

    /** It could not be started. */
    record Failed(String name, String why) implements ComponentFact {
        @Override
        public String type() {
            return "component.failed";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String sentence() {
            return "Component " + name + " failed: " + why;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("component", name, "why", why);
        }
    }

    /** It was missing, and a connection that needed it made it. */
    record CreatedOnDemand(String name) implements ComponentFact {
        @Override
        public String type() {
            return "component.created_on_demand";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String sentence() {
            return name + " missing but supervisor available - created " + name + ".";
        }
    }
}
