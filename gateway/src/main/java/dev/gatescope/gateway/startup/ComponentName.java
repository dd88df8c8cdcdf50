package dev.gatescope.gateway.startup;

import java.util.Locale;

/** The components that a gateway needs, in the order of their phases. */
public enum ComponentName {
    DATABASE,
    MIGRATIONS,
    THREAD_SERVICE,
    AGENT_SUPERVISOR,
    ROUTER;

    /** The name in events, health answers and figures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
