package dev.gatescope.gateway.faults;

import java.util.List;
import java.util.Locale;

/** Which way a frame goes, as a fault's parameter. */
enum Direction {
    /** From the client. */
    IN,
    /** To the client. */
    OUT;

    /** The parameter by which it is chosen. */
    static Parameter parameter() {
        return new Parameter.Choice(
                "direction",
                IN.word(),
                List.of(IN.word(), OUT.word()),
                "in for the client's messages, out for the gateway's");
    }

    /** What was chosen. */
    static Direction of(Arguments arguments) {
        return arguments.word("direction").equals(IN.word()) ? IN : OUT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose frames these are, within a sentence. */
    String inWords() {
        return this == IN ? "from the client" : "to the client";
    }
}
