package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.scenario.MessageKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a client can tell of its visit.
 *
 * @param asked whether its upgrade request was sent
 * @param httpStatus the answer to it; 0 where none was read
 * @param firstFrame the type of the first frame that came
 * @param welcomed whether the welcome came
 * @param refusedWith the code of the error frame that came instead
 * @param closeCode the code of the close frame that the gateway sent first; 0 where it did not
 * @param answers what became of each message it sent
 * @param leftEarly whether it left before it could know what became of it
 * @param raised what a careless client would call an exception: the connection broke, or there was
 *     no upgrade
 * @param upgradeMillis from the request to the answer's head
 * @param welcomeMillis from the request to the welcome
 */
record Account(
        boolean asked,
        int httpStatus,
        @Nullable String firstFrame,
        boolean welcomed,
        @Nullable String refusedWith,
        int closeCode,
        List<Answer> answers,
        boolean leftEarly,
        boolean raised,
        @Nullable Double upgradeMillis,
        @Nullable Double welcomeMillis) {

    Account {
        answers = List.copyOf(answers);
    }

    /** What became of a message, as its sender sees it. */
    enum Fate {
        /** The right answer came, with the message's own id. */
        ANSWERED,
        /** An error frame came, with the message's own id. */
        ERROR,
        /** Nothing came in good time, or the connection was over. */
        NOTHING,
        /** The client left without waiting for it. */
        LEFT
    }

    /**
     * What became of one message.
     *
     * @param code of the error frame
     * @param millis until the last answer
     */
    record Answer(MessageKind kind, Fate fate, @Nullable String code, double millis) {}

    /** Whether the upgrade was turned down by an HTTP status. */
    boolean turnedDown() {
        return httpStatus >= 400;
    }

    long count(Fate fate) {
        return answers.stream().filter(answer -> answer.fate() == fate).count();
    }
}
