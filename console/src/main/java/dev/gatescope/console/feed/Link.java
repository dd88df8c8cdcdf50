package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ServerInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How the console stands with its gateway.
 *
 * @param server who the gateway is, once it has said so
 * @param lastFigure when the last figures came
 * @param why what is wrong while it is not live, in one sentence
 */
public record Link(
        State state,
        @Nullable ServerInfo server,
        @Nullable Instant lastFigure,
        @Nullable String why) {
    private static final String VIEWER = "viewer";

    /** Whether the gateway offers a part of its API; not known while it is not live. */
    public boolean offers(String capability) {
        return state == State.LIVE && server != null && server.capabilities().contains(capability);
    }

    /** Why the gateway would refuse commands; empty while it would not, or has not said so. */
    public String whyNoCommands() {
        return server != null && VIEWER.equals(server.role())
                ? "The token's role is viewer: commands need an operator's token."
                : "";
    }

    /** Whether figures come. */
    public enum State {
        CONNECTING,
        LIVE,
        LOST
    }
}
