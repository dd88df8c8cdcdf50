package dev.gatescope.gateway.journal;

/** The journal could not be read in time; asking again later may help. */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnavailable(Throwable cause) {
        super("the journal cannot be read", cause);
    }
}
