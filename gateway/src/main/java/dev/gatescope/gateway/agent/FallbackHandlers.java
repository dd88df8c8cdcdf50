package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.routing.Request;

import java.util.Map;

/**
 * Answers in development while a component is missing, in words that nobody takes for the agent's.
 * Nothing is stored.
 */
public final class FallbackHandlers {
    /** How every fallback answer begins. */
    public static final String MARK = "[fallback]";

    private FallbackHandlers() {}

    /** Handlers by message type. */
    public static Map<String, MessageHandler> handlers() {
        MessageHandler chat =
                request -> {
                    request.requiredText("content");
                    answer(request);
                };
        return Map.of(
                "chat",
                chat,
                "user_message",
                chat,
                "start_agent",
                request -> {
                    request.requiredText("user_request");
                    answer(request);
                },
                "get_thread",
                FallbackHandlers::answer,
                "ping",
                AgentSupervisor::ping);
    }

    private static void answer(Request request) {
        request.reply(
                "agent_response",
                Map.of(
                        "content",
                        MARK + " A component of this gateway failed, so nobody read your message.",
                        "fallback",
                        true));
    }
}
