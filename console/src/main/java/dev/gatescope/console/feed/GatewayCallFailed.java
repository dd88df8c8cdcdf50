package dev.gatescope.console.feed;

/** A call to the gateway was not done; the message is one sentence for people. */
public final class GatewayCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayCallFailed(String sentence) {
        super(sentence);
    }
}
