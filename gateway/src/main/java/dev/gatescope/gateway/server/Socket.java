package dev.gatescope.gateway.server;

import jakarta.websocket.SendHandler;

/** An open WebSocket. Nothing here waits. */
interface Socket {
    /** Sends a text; the handler hears when the transport has taken it. */
    void send(String text, SendHandler whenSent);

    /** Sends a ping with this payload. */
    void ping(long payload);

    /** Sends a close frame and waits, elsewhere, for the client's. */
    void close(int code, String reason);

    /** Ends the TCP connection at once. */
    void abort();

    /** Breaks the TCP connection, so that the client finds it reset. */
    void reset();

    /** What its frames travel on, where it can be hampered. */
    FramesBeneath frames();
}
