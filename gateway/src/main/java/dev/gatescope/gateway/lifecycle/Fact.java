package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import java.util.Map;

/**
 * One kind of thing that happens in a gateway, in the past tense. A fact is values only: its words
 * are made when somebody reads them, never on the way of a message.
 */
public sealed interface Fact
        permits ConnectionFact,
                MessageFact,
                HandlerFact,
                SessionFact,
                ComponentFact,
                OperationFact,
                FaultFact {

    /** The name that readers filter by, such as {@code connection.ready}. */
    String type();

    /** How much it matters. */
    default Severity severity() {
        return Severity.INFO;
    }

    /** One plain sentence for people. */
    String sentence();

    /** The fact's own fields, as the admin API shows them. */
    default Map<String, Object> data() {
        return Map.of();
    }

    /**
     * Whether it happens with every message. Such facts are kept with their connection and counted,
     * but only those that went wrong, and the facts they rest on, reach the journal and the stream.
     */
    default boolean perMessage() {
        return false;
    }

    /** What it says to one who asks why something happened after it. */
    default Bearing bearing() {
        return Bearing.of(type());
    }

    /** What went wrong, for people: the exception's own words, or its name where it has none. */
    static String words(Throwable because) {
        var message = because.getMessage();
        return message == null ? because.getClass().getSimpleName() : message;
    }

    /** A duration as the admin API shows it: milliseconds with three decimals. */
    static double millis(long nanos) {
        return Math.round(nanos / 1_000.0) / 1_000.0;
    }
}
