package dev.gatescope.gateway.flow;

/** How a flow that authenticates before it accepts refuses a client; the client learns nothing. */
public enum RefusalStyle {
    /** It sends the error, which cannot be sent yet; that breaks it, and HTTP says 500. */
    SEND_BEFORE_ACCEPT,
    /** It closes what is not open yet; HTTP says 403. */
    CLOSE_BEFORE_ACCEPT
}
