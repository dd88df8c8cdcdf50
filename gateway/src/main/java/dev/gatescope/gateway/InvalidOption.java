package dev.gatescope.gateway;

/** An option is wrong; the message is one line for the terminal and holds no secret. */
public final class InvalidOption extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidOption(String sentence) {
        super(sentence, null, false, false);
    }
}
