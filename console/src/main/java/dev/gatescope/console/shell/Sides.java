package dev.gatescope.console.shell;

import dev.gatescope.shared.protocol.Advice;
import dev.gatescope.shared.protocol.Side;

/** Whose side something is on that went wrong, in words. Pure text, for any thread. */
public final class Sides {
    private Sides() {}

    /**
     * The side as the end of a sentence that asks for it, such as {@code the client’s}.
     *
     * @param word the word of a {@link Side}; one of a newer gateway is left as it is
     */
    public static String words(String word) {
        for (var side : Side.values()) {
            if (side.word().equals(word)) {
                return words(side);
            }
        }
        return word;
    }

    /** Whose side it is on and what to do now, in two sentences. */
    public static String sentence(Advice advice) {
        return sentence(advice.side().word(), advice.todo());
    }

    /**
     * The same of parts.
     *
     * @param word the word of a {@link Side}
     */
    public static String sentence(String word, String todo) {
        String side =
                word.equals(Side.FAULT.word())
                        ? "Injected on purpose."
                        : "On " + words(word) + " side.";
        return side + " " + todo;
    }

    private static String words(Side side) {
        return switch (side) {
            case CLIENT -> "the client’s";
            case NETWORK -> "the network’s";
            case GATEWAY -> "the gateway’s";
            case OPERATOR -> "the operator’s";
            case FAULT -> "a fault injected on purpose";
        };
    }
}
