package dev.gatescope.gateway.lifecycle;

/** The connection is over, so that nothing more can be done with it. */
public final class PeerGone extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final Ending ending;

    public PeerGone(Ending ending) {
        super("the connection is over", null, false, false);
        this.ending = ending;
    }

    /** How it ended. */
    public Ending ending() {
        return ending;
    }
}
