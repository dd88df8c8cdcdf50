package dev.gatescope.gateway.scenario;

import dev.gatescope.shared.protocol.ErrorCode;

/** What a right gateway owes a client; exactly that is success. */
public sealed interface Owed {
    /** The word in scenario files and reports. */
    String word();

    /** The welcome, and the right answer to each message. */
    record Answered() implements Owed {
        @Override
        public String word() {
            return "answered";
        }
    }

    /** An error frame with this code, before the connection is closed. */
    record Refused(ErrorCode code) implements Owed {
        @Override
        public String word() {
            return "refused " + code;
        }
    }

    /** No error, and nothing held, once it is gone. */
    record Forgotten() implements Owed {
        @Override
        public String word() {
            return "forgotten";
        }
    }
}
