package dev.gatescope.gateway.traffic;

import java.util.List;

/**
 * One thing that a demo client does. Deeds are plain values, so that the script of a client can be
 * compared with what it did.
 */
sealed interface Deed {
    /** How a client shows its token. */
    enum Way {
        HEADER,
        SUBPROTOCOL,
        FIRST_FRAME
    }

    /** What is wrong with a token, if anything. */
    enum Token {
        GOOD,
        WRONG,
        EXPIRED
    }

    /** How a client goes away. */
    enum Exit {
        CLOSED,
        LEFT_PAGE,
        ABORTED,
        IN_THE_MIDDLE_OF_A_MESSAGE
    }

    /** Connects, shows a token and waits for the welcome; with a bad token, for the refusal. */
    record LogIn(Way way, Token token) implements Deed {}

    /** Connects with a good token, and leaves when it should be welcomed. */
    record LeaveBeforeWelcome(boolean abort) implements Deed {}

    /** Goes away. */
    record Leave(Exit how) implements Deed {}

    /** A message that is answered. */
    sealed interface Message extends Deed {
        /**
         * What comes back, in order: types of replies, or the code of an error in the only place.
         */
        List<String> answers();
    }

    /** Says something in the thread that goes on, or in a new one. */
    record Chat(String type, boolean inNewThread, String content) implements Message {
        @Override
        public List<String> answers() {
            return List.of("agent_response");
        }
    }

    /** Sets an agent to work on the thread that goes on. */
    record StartAgent(String userRequest) implements Message {
        @Override
        public List<String> answers() {
            return List.of(
                    "agent_started",
                    "agent_thinking",
                    "tool_executing",
                    "tool_completed",
                    "agent_completed");
        }
    }

    /** Reads the latest messages of the thread that goes on. */
    record ReadThread(int limit) implements Message {
        @Override
        public List<String> answers() {
            return List.of("thread_data");
        }
    }

    /** Asks whether the gateway is there. */
    record Ping() implements Message {
        @Override
        public List<String> answers() {
            return List.of("pong");
        }
    }

    /** Sends a text that is no JSON. */
    record SendNoJson() implements Message {
        @Override
        public List<String> answers() {
            return List.of("INVALID_JSON");
        }
    }

    /** Asks for something that no gateway offers. */
    record SendUnknownType(String type) implements Message {
        @Override
        public List<String> answers() {
            return List.of("UNKNOWN_TYPE");
        }
    }

    /** Tries to read a thread of somebody else. */
    record ReadForeignThread(String owner) implements Message {
        @Override
        public List<String> answers() {
            return List.of("THREAD_NOT_FOUND");
        }
    }
}
