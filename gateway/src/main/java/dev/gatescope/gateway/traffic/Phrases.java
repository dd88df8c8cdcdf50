package dev.gatescope.gateway.traffic;

import java.util.List;

/** What demo clients say. The agent understands some of it. */
final class Phrases {
    static final List<String> CHATS =
            List.of(
                    "The invoice of last month is missing its second page.",
                    "Could you move the meeting with the supplier to Thursday?",
                    "The blue line is the old tariff, the green one the new.",
                    "My order has been at the depot since Monday.",
                    "Please note: the key is with the porter.",
                    "Two of the five samples came back broken.",
                    "We agreed on 40 licences, not 14.",
                    "The train was late, so I missed the first half.",
                    "How many messages do we have here?",
                    "Summarise what was said so far.",
                    "Search for invoice",
                    "Find order");

    static final List<String> AGENT_REQUESTS =
            List.of(
                    "Summarise this conversation for my colleague.",
                    "Count the messages of this thread.",
                    "Search for meeting",
                    "Find licences");

    static final List<String> UNKNOWN_TYPES = List.of("subscribe", "typing", "chat.v2", "presence");

    private Phrases() {}
}
