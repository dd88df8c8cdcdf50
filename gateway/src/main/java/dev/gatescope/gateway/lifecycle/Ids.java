package dev.gatescope.gateway.lifecycle;

import java.util.OptionalLong;

/** The ids of connections, events, leaks and faults as text, and back. */
public final class Ids {
    private static final int CONNECTION_DIGITS = 12;
    private static final int EVENT_DIGITS = 16;
    private static final int FAULT_DIGITS = 12;
    private static final String CONNECTION = "conn_";
    private static final String EVENT = "evt_";
    private static final String FAULT = "fault_";
    private static final String LEAK = "leak_";

    private Ids() {}

    /** {@code conn_} and twelve hex digits. */
    public static String text(long connection) {
        return text(CONNECTION, connection, CONNECTION_DIGITS);
    }

    /** {@code evt_} and sixteen hex digits, so that text sorts as the number does. */
    public static String eventText(long event) {
        return text(EVENT, event, EVENT_DIGITS);
    }

    /** {@code fault_} and twelve hex digits. */
    public static String faultText(long fault) {
        return text(FAULT, fault, FAULT_DIGITS);
    }

    /** {@code leak_} and the digits of the event that told of the leak. */
    public static String leakText(long event) {
        return text(LEAK, event, EVENT_DIGITS);
    }

    /** The number behind a connection's id. */
    public static OptionalLong connection(String text) {
        return number(text, CONNECTION, CONNECTION_DIGITS);
    }

    /** The number behind an event's id. */
    public static OptionalLong event(String text) {
        return number(text, EVENT, EVENT_DIGITS);
    }

    /** The number behind a fault's id. */
    public static OptionalLong fault(String text) {
        return number(text, FAULT, FAULT_DIGITS);
    }

    /** The event that told of a leak of this id. */
    public static OptionalLong leak(String text) {
        return number(text, LEAK, EVENT_DIGITS);
    }

    private static String text(String prefix, long number, int digits) {
        var text = new StringBuilder(prefix.length() + digits).append(prefix);
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (number >>> shift) & 0xF, 16));
        }
        return text.toString();
    }

    private static OptionalLong number(String text, String prefix, int digits) {
        if (!text.startsWith(prefix) || text.length() != prefix.length() + digits) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    Long.parseUnsignedLong(text, prefix.length(), text.length(), 16));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
