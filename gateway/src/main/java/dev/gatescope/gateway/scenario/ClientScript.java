package dev.gatescope.gateway.scenario;

import java.util.List;

/** What a client does, from the upgrade request to its leaving. */
public record ClientScript(Way way, Token token, List<Send> sends, Leave leave) {
    public ClientScript {
        sends = List.copyOf(sends);
    }

    /**
     * Where a client shows its token; always in the handshake, since legacy reads no first frame.
     */
    public enum Way {
        HEADER,
        SUBPROTOCOL
    }

    /** What a client shows. */
    public enum Token {
        GOOD,
        WRONG,
        EXPIRED,
        NONE
    }

    /**
     * Messages of one kind, each sent when the one before is answered.
     *
     * @param texts what it may say; the seed chooses
     */
    public record Send(MessageKind kind, int times, List<String> texts) {
        public Send {
            texts = List.copyOf(texts);
        }
    }

    /**
     * When and how a client leaves.
     *
     * @param code the close code where it says good-bye
     */
    public record Leave(When when, How how, int code) {}

    /** The moment at which a client leaves. */
    public enum When {
        /** The gateway has its request, and has not answered it. */
        BEFORE_UPGRADE,
        /** The upgrade is complete, the welcome has not come. */
        BEFORE_WELCOME,
        /** Its first message is being handled. */
        WHILE_BUSY,
        /** Everything is answered. */
        AFTER_ANSWERS
    }

    /** The manner in which a client leaves. */
    public enum How {
        /** With a close frame, once there is a WebSocket; by ending the TCP connection before. */
        CLOSE,
        /** By a TCP reset. */
        RESET
    }
}
