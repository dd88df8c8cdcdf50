package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.sessions.Session;

import java.util.Locale;

/** Answers from what is stored in a thread. Keeps nothing itself; safe from any thread. */
final class Agent {
    private final ThreadService threads;

    Agent(ThreadService threads) {
        this.threads = threads;
    }

    /** The answer to a chat message, looked up before the message itself is stored. */
    String answer(Session session, String thread, String content) {
        var asked = content.toLowerCase(Locale.ROOT);
        if (asked.contains("how many")
                || asked.contains("summar")
                || asked.startsWith("search")
                || asked.startsWith("find")) {
            return use(Tool.chosenBy(content), session, thread);
        }
        var earlier = threads.history().count(session, thread);
        return earlier == 0
                ? "Noted. This is the first message of this thread."
                : "Noted. This thread had " + earlier + " messages before.";
    }

    /** What a tool finds in a thread. */
    String use(Tool tool, Session session, String thread) {
        return tool.run(session, threads.history(), thread);
    }
}
