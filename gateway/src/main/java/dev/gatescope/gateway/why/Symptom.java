package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/**
 * What failed, apart from why.
 *
 * @param key the type of its errors, with their code where they have one
 * @param title what failed, in a few words
 * @param one what a single error is called
 * @param many what several are called
 * @param what what happened, as a phrase
 */
record Symptom(String key, String title, String one, String many, String what) {

    /** Whether a fact is an error, be it a client's own. */
    static boolean isError(Fact fact) {
        return fact.severity() == Severity.ERROR
                || fact instanceof MessageFact.Refused
                || fact instanceof ConnectionFact.Rejected;
    }

    /** The symptom of an error. */
    static Symptom of(Event error) {
        return switch (error.type()) {
            case "message.failed" -> ofMessage(error);
            case "message.refused" ->
                    ofCode(error, "Refused messages", "refused message", "refused messages");
            case "connection.rejected" ->
                    ofCode(
                            error,
                            "Refused connections",
                            "refused connection",
                            "refused connections");
            case "connection.closed" -> ofFailedConnection(error);
            case "connection.wrong_state" ->
                    new Symptom(
                            error.type(),
                            "Sockets used while not connected",
                            "use of a socket that was not connected",
                            "uses of sockets that were not connected",
                            "a socket was used in a state that its flow did not know of");
            case "registration.failed" ->
                    new Symptom(
                            keyOf(error, Data.text(error, "reason")),
                            "Handlers that were not registered",
                            "failed registration",
                            "failed registrations",
                            ErrorCode.REGISTRATION_FAILED.advice().what());
            case "handler.leaked" ->
                    new Symptom(
                            error.type(),
                            "Leaked handlers",
                            "leaked handler",
                            "leaked handlers",
                            "a handler stayed although its connection was over");
            case "session.leaked" ->
                    new Symptom(
                            error.type(),
                            "Leaked sessions",
                            "leaked session",
                            "leaked sessions",
                            "a database session stayed open although its request was over");
            case "session.scope_failed" ->
                    new Symptom(
                            keyOf(error, Data.text(error, "reason")),
                            "Broken sessions",
                            "broken session",
                            "broken sessions",
                            Sentences.within(error));
            case "component.failed" ->
                    new Symptom(
                            keyOf(error, Data.text(error, "component")),
                            "Failed component " + Data.text(error, "component"),
                            "failure of a component",
                            "failures of a component",
                            Sentences.within(error));
            default ->
                    new Symptom(
                            error.type(),
                            error.type(),
                            "error " + error.type(),
                            "errors " + error.type(),
                            Sentences.within(error));
        };
    }

    private static Symptom ofMessage(Event error) {
        if (Data.has(error, "to_connection")) {
            return new Symptom(
                    keyOf(error, "MISDELIVERED"),
                    "Messages that went to others",
                    "misdelivered message",
                    "misdelivered messages",
                    "another connection's handler took the message, and its client got the answer");
        }
        var title =
                switch (Data.text(error, "code")) {
                    case "NO_HANDLER" -> "Messages that no handler took";
                    case "NOT_READY" -> "Messages that came too early";
                    default -> "Messages whose handler failed";
                };
        return ofCode(error, title, "failed message", "failed messages");
    }

    private static Symptom ofCode(Event error, String title, String one, String many) {
        var what = Root.errorCode(error).map(code -> code.advice().what());
        return new Symptom(
                keyOf(error, Data.text(error, "code")),
                title,
                one,
                many,
                what.orElse(Sentences.within(error)));
    }

    private static Symptom ofFailedConnection(Event error) {
        var code = Data.text(error, "code");
        return new Symptom(
                keyOf(error, code),
                "Failed connections",
                "failed connection",
                "failed connections",
                "the connection never became ready: "
                        + CloseCode.meaningOf(code.matches("\\d{4}") ? Integer.parseInt(code) : 0));
    }

    private static String keyOf(Event error, String code) {
        return code.isEmpty() ? error.type() : error.type() + " " + code;
    }
}
