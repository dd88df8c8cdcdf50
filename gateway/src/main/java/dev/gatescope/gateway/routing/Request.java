package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.ClientMessage;
import dev.gatescope.shared.protocol.ErrorCode;
import dev.gatescope.shared.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** One message on its way through its connection's handler. For the thread that handles it. */
public final class Request {
    private final ConnectionHandler handler;
    private final ClientMessage message;
    private final long event;
    private final RequestSessions sessions;

    Request(ConnectionHandler handler, ClientMessage message, long event) {
        this.handler = handler;
        this.message = message;
        this.event = event;
        this.sessions = new RequestSessions(handler.connection(), message.type(), event);
    }

    /** What the client asked for has been done, or has failed. */
    void over() {
        handler.sessions().requestOver(sessions);
    }

    /** What the client sent. */
    public ClientMessage message() {
        return message;
    }

    /** Who sent it. */
    public String user() {
        return handler.user();
    }

    /** The connection on which it came. */
    public Connection connection() {
        return handler.connection();
    }

    /** The event of its coming, on which what becomes of it rests. */
    public long event() {
        return event;
    }

    /** Sends an answer that carries the message's own correlation id and thread. */
    public void reply(String type, Map<String, ?> data) {
        reply(type, data, message.threadId());
    }

    /** Sends an answer for a thread. */
    public void reply(String type, Map<String, ?> data, @Nullable String thread) {
        handler.outlet()
                .send(new ServerMessage.Reply(type, data, message.messageId(), thread), event);
    }

    /**
     * Does work in a database session that belongs to this request: committed when the work
     * returns, rolled back when it throws, closed in every case, unless the flow is given sessions
     * of another kind.
     */
    public <T extends @Nullable Object> T inSession(Sessions.Work<T> work) throws Exception {
        return handler.sessions().inRequest(sessions, event, work);
    }

    /**
     * A text field of the payload.
     *
     * @throws RequestRefused where it is missing, empty or no string
     */
    public String requiredText(String field) {
        var value = message.payload().path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new RequestRefused(
                    ErrorCode.INVALID_MESSAGE,
                    "\"" + field + "\" must be a string that is not empty.");
        }
        return value.stringValue();
    }
}
