package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.experiment.Account.Answer;
import dev.gatescope.gateway.experiment.Account.Fate;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.scenario.NaiveCheck;
import dev.gatescope.gateway.scenario.Owed;

/**
 * What became of one script in one flow, by its client and by the gateway.
 *
 * @param saw what the client can tell
 * @param gateway the gateway's own record
 * @param delayed whether the scenario made it wait, so that its latencies tell nothing of the flow
 */
record ScriptResult(Script script, Account saw, Track.Verdicts gateway, boolean delayed) {

    /** Whether the client got exactly what a right gateway owes it. */
    boolean owedKept() {
        return switch (script.group().owed()) {
            case Owed.Answered _ ->
                    saw.welcomed()
                            && saw.count(Fate.ANSWERED) == script.messages().size()
                            && saw.closeCode() == 0
                            && !saw.raised();
            case Owed.Refused(var code) ->
                    code.name().equals(saw.refusedWith()) && saw.closeCode() != 0;
            case Owed.Forgotten _ ->
                    gateway.outcome() != null
                            && gateway.outcome() != Outcome.FAILED
                            && gateway.errors().isEmpty()
                            && gateway.handlers() == 0
                            && gateway.sessions() == 0;
        };
    }

    /** Whether the connection did not fail, whatever else became of it. */
    boolean connected() {
        return gateway.outcome() != null && gateway.outcome() != Outcome.FAILED;
    }

    /** Whether any message was routed, or should have been. */
    boolean wasRouting() {
        return gateway.routed() + gateway.failed() > 0;
    }

    /** Whether no message failed. */
    boolean routedAll() {
        return gateway.failed() == 0;
    }

    /** Whether a check of the incident report, as it was written, would have passed. */
    boolean passes(NaiveCheck check) {
        return switch (check) {
            case FIRST_FRAME_IS_NO_ERROR -> {
                var first = saw.firstFrame();
                yield first != null && !first.equals("error");
            }
            case NOTHING_RAISED -> !saw.raised();
            case SOMETHING_CAME_BACK ->
                    saw.answers().stream().map(Answer::fate).anyMatch(ScriptResult::cameBack);
        };
    }

    private static boolean cameBack(Fate fate) {
        return fate == Fate.ANSWERED || fate == Fate.ERROR;
    }

    /** All of it in a few words that are the same in every run with the same seed. */
    String inWords() {
        var outcome = gateway.outcome();
        var words = new StringBuilder(outcome == null ? "unseen" : outcome.word());
        if (saw.turnedDown()) {
            words.append(", HTTP ").append(saw.httpStatus());
        }
        if (saw.refusedWith() != null) {
            words.append(", refused with ").append(saw.refusedWith());
        }
        if (!saw.answers().isEmpty()) {
            words.append(", ")
                    .append(saw.count(Fate.ANSWERED))
                    .append(" of ")
                    .append(script.messages().size())
                    .append(" answered");
        }
        if (gateway.failed() > 0) {
            words.append(", ").append(gateway.failed()).append(" failed");
        }
        return words.append(owedKept() ? "; owed kept" : "; owed broken").toString();
    }
}
