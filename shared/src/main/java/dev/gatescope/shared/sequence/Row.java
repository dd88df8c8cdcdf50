package dev.gatescope.shared.sequence;

import org.jspecify.annotations.Nullable;

/** One row of a sequence diagram: what happened, or what should have. */
public sealed interface Row {
    Lifeline from();

    Lifeline to();

    /** What stands at the arrow. */
    String text();

    /** What is wrong with its place in the flow; empty where nothing is. */
    String remark();

    /** What the row is, whoever's and whenever; equal rows of two connections have equal keys. */
    String key();

    /** How something that happened is drawn. */
    enum Kind {
        /** A solid arrow; a loop where it begins and ends at the same line. */
        CALL,
        /** A dashed arrow. */
        REPLY,
        /** A remark on one line. */
        NOTE,
        /** Something that went wrong at one line: a cross with a sentence. */
        ERROR
    }

    /** Whether a step of the flow came in its turn. */
    enum Standing {
        /** No step of the flow, or one that was taken before. */
        FREE,
        IN_PLACE,
        OUT_OF_ORDER
    }

    /** Why a step of the flow is not where it should be. */
    enum Absence {
        MISSING("missing"),
        LATE("comes later"),
        /** The connection ended before its turn. */
        NOT_REACHED("not reached"),
        /** The connection lives, and its turn is still to come. */
        AWAITED("still to come");

        private final String word;

        Absence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What happened.
     *
     * @param at milliseconds since the connection was opened
     * @param until when the last of it happened, where the row stands for several
     * @param count how many exchanges the row stands for
     * @param step the step of the flow that this is
     * @param overdue the step that must have been taken by now, with all before it
     */
    record Arrow(
            long at,
            long until,
            Lifeline from,
            Lifeline to,
            Kind kind,
            String key,
            String text,
            int count,
            @Nullable Step step,
            @Nullable Step overdue,
            Standing standing,
            String remark)
            implements Row {
        static Arrow of(long at, Lifeline from, Lifeline to, Kind kind, String key, String text) {
            return new Arrow(at, at, from, to, kind, key, text, 1, null, null, Standing.FREE, "");
        }

        Arrow keyed(String newKey) {
            return new Arrow(
                    at, until, from, to, kind, newKey, text, count, step, overdue, standing,
                    remark);
        }

        Arrow taking(Step taken) {
            return new Arrow(
                    at, until, from, to, kind, key, text, count, taken, taken, standing, remark);
        }

        Arrow showing(Step due) {
            return new Arrow(
                    at, until, from, to, kind, key, text, count, step, due, standing, remark);
        }

        Arrow standing(Standing how, String why) {
            return new Arrow(at, until, from, to, kind, key, text, count, step, overdue, how, why);
        }
    }

    /** A step of the flow that is not here. */
    record Ghost(Step step, Absence absence) implements Row {
        @Override
        public Lifeline from() {
            return step.from();
        }

        @Override
        public Lifeline to() {
            return step.to();
        }

        @Override
        public String text() {
            return step.word();
        }

        @Override
        public String remark() {
            return absence.word();
        }

        @Override
        public String key() {
            return "no " + step.word();
        }
    }
}
