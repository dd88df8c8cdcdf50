package dev.gatescope.gateway.lifecycle;

/** What an event says to one who asks why something happened after it. */
public enum Bearing {
    /** It went as it should: what comes after it is not because of it. */
    STEP,
    /** It set going what went wrong later; why that went wrong is said by what bears on it. */
    TRIGGER,
    /** It is why something happened, or went wrong. */
    REASON;

    /** What an event of this type says; a type that is not known is a reason. */
    public static Bearing of(String type) {
        return switch (type) {
            case "connection.opened",
                    "connection.accepted",
                    "connection.authenticated",
                    "connection.waiting",
                    "connection.registered",
                    "connection.ready",
                    "handler.added",
                    "handler.removed",
                    "message.routed",
                    "message.sent",
                    "session.committed",
                    "session.closed",
                    "session.returned",
                    "component.ready",
                    "fault.noise" ->
                    STEP;
            case "message.received", "message.queued", "session.opened" -> TRIGGER;
            default -> REASON;
        };
    }
}
