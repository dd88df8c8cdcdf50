package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.sessions.Session;
import dev.gatescope.gateway.sessions.ThreadStore;
import dev.gatescope.gateway.sessions.ThreadStore.Role;
import dev.gatescope.gateway.sessions.ThreadStore.StoredMessage;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the agent can look up in a thread's stored history, with the request's own session. */
sealed interface Tool {
    /** The name that clients see. */
    String name();

    /** What it found, in one or two sentences. */
    String run(Session session, ThreadStore threads, String thread);

    /** The tool that a request asks for. */
    static Tool chosenBy(String request) {
        var words = request.toLowerCase(Locale.ROOT);
        var search = Search.ASKED_FOR.matcher(request);
        if (search.find()) {
            return new Search(search.group("what").strip());
        }
        if (words.contains("how many") || words.contains("count")) {
            return new Count();
        }
        return new Summary();
    }

    /** How much was said. */
    record Count() implements Tool {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public String run(Session session, ThreadStore threads, String thread) {
            var count = threads.count(session, thread);
            return "This thread has " + count + (count == 1 ? " message." : " messages.");
        }
    }

    /** What was said about something. */
    record Search(String what) implements Tool {
        private static final int MOST = 3;
        private static final Pattern ASKED_FOR =
                Pattern.compile(
                        "\\b(?:search|find|look)(?:\\s+for)?\\s+[\"“']?(?<what>[^\"”'?.!]{1,100})",
                        Pattern.CASE_INSENSITIVE);

        @Override
        public String name() {
            return "search";
        }

        @Override
        public String run(Session session, ThreadStore threads, String thread) {
            var found =
                    threads.search(session, thread, what, MOST + 1).stream()
                            .filter(content -> !ASKED_FOR.matcher(content).find())
                            .limit(MOST)
                            .map(Tool::quoted)
                            .toList();
            return found.isEmpty()
                    ? "Nothing in this thread mentions " + what + "."
                    : "About " + what + " you said: " + String.join("; ", found) + ".";
        }
    }

    /** What was said first and last. */
    record Summary() implements Tool {
        private static final int LOOKED_AT = 50;

        @Override
        public String name() {
            return "summary";
        }

        @Override
        public String run(Session session, ThreadStore threads, String thread) {
            var said = new ArrayList<String>();
            for (var message : threads.latest(session, thread, LOOKED_AT, 0)) {
                if (message.role() == Role.USER) {
                    said.add(quoted(message));
                }
            }
            return switch (said.size()) {
                case 0 -> "Nothing has been said in this thread yet.";
                case 1 -> "So far you said " + said.getFirst() + ".";
                default ->
                        "You said "
                                + said.size()
                                + " things, from "
                                + said.getFirst()
                                + " to "
                                + said.getLast()
                                + ".";
            };
        }
    }

    private static String quoted(StoredMessage message) {
        return quoted(message.content());
    }

    private static String quoted(String content) {
        var most = 80;
        return '“' + (content.length() <= most ? content : content.substring(0, most) + "…") + '”';
    }
}
