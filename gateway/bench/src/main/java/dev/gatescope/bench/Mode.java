package dev.gatescope.bench;

import java.util.Locale;

/** What is to be measured. */
enum Mode {
    /** What a message costs in the gateway, beside the bare server. */
    MESSAGES,
    /** What observation adds to it. */
    OBSERVE,
    /** What a connection's whole life costs. */
    CONNECT,
    /** What a stored and answered chat message costs; for information. */
    CHAT,
    /** What an idle connection holds. */
    IDLE,
    /** The bare server against itself: what this machine makes of two equals. */
    NOISE,
    /** Everything but {@link #NOISE}. */
    ALL;

    boolean readsMemory() {
        return this == IDLE || this == ALL;
    }

    boolean needsGateway() {
        return this != NOISE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
