package dev.gatescope.gateway.faults;

/** A fault that cannot be injected as it was asked for. The sentence is for whoever asked. */
public final class InvalidFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    private InvalidFault(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** A field of the request that has to be mended. */
    public static InvalidFault of(String field, String sentence) {
        return new InvalidFault(field, sentence);
    }

    /** The field, such as {@code parameters.delay_ms}. */
    public String field() {
        return field;
    }

    /** What to mend. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
