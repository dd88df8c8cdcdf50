package dev.gatescope.gateway;

import java.util.Locale;

/** Where a gateway runs: only development lets things pass that are missing. */
public enum Environment {
    DEVELOPMENT,
    STAGING,
    PRODUCTION;

    /** Whether tokens are required and broken components refuse connections. */
    public boolean isStrict() {
        return this != DEVELOPMENT;
    }

    /** The word in options, figures and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
