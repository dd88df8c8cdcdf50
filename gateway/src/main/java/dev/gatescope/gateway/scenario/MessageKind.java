package dev.gatescope.gateway.scenario;

import java.util.Locale;

/** The messages that clients of a scenario send. */
public enum MessageKind {
    CHAT("agent_response"),
    USER_MESSAGE("agent_response"),
    START_AGENT("agent_completed"),
    GET_THREAD("thread_data"),
    PING("pong");

    private final String lastAnswer;

    MessageKind(String lastAnswer) {
        this.lastAnswer = lastAnswer;
    }

    /** The type on the wire. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of the answer with which it is done. */
    public String lastAnswer() {
        return lastAnswer;
    }
}
