package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.routing.Request;
import dev.gatescope.gateway.routing.RequestRefused;
import dev.gatescope.gateway.sessions.ThreadStore.StoredMessage;
import dev.gatescope.shared.protocol.ErrorCode;
import dev.gatescope.shared.protocol.Timestamps;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The handlers of the message types that clients use: chats, agent runs, threads and pings. Safe
 * from any thread.
 */
public final class AgentSupervisor {
    private static final int MOST_MESSAGES = 1_000;
    private static final int USUAL_MESSAGES = 100;

    private final Timestamps timestamps = new Timestamps();

    /** Handlers on this thread service, by message type. */
    public Map<String, MessageHandler> handlers(ThreadService threads) {
        var agent = new Agent(threads);
        MessageHandler chat = request -> chat(request, threads, agent);
        return Map.of(
                "chat",
                chat,
                "user_message",
                chat,
                "start_agent",
                request -> startAgent(request, threads, agent),
                "get_thread",
                request -> getThread(request, threads),
                "ping",
                AgentSupervisor::ping);
    }

    /** A pong needs nothing but the connection. */
    static void ping(Request request) {
        request.reply("pong", Map.of());
    }

    private static void chat(Request request, ThreadService threads, Agent agent) throws Exception {
        var content = request.requiredText("content");
        record Answer(String thread, String text) {}
        var answer =
                request.inSession(session -> {
                    var thread =
                            threads.forWriting(
                                    session, request.user(), request.message().threadId());
                    var text = agent.answer(session, thread, content);
                    threads.store(session, thread, content, text);
                    return new Answer(thread, text);
                });
        request.reply("agent_response", Map.of("content", answer.text()), answer.thread());
    }

    /**
     * The run is over before its client is told of it, so that one who does not read keeps no
     * session from the others.
     */
    private static void startAgent(Request request, ThreadService threads, Agent agent)
            throws Exception {
        var asked = request.requiredText("user_request");
        var tool = Tool.chosenBy(asked);
        record Run(String thread, String found) {}
        var run =
                request.inSession(session -> {
                    var thread =
                            threads.forWriting(
                                    session, request.user(), request.message().threadId());
                    var found = agent.use(tool, session, thread);
                    threads.store(session, thread, asked, found);
                    return new Run(thread, found);
                });
        var thread = run.thread();
        request.reply("agent_started", Map.of("user_request", asked), thread);
        request.reply("agent_thinking", Map.of("plan", "use the tool " + tool.name()), thread);
        request.reply("tool_executing", Map.of("tool", tool.name()), thread);
        request.reply("tool_completed", Map.of("tool", tool.name(), "result", run.found()), thread);
        request.reply("agent_completed", Map.of("content", run.found()), thread);
    }

    private void getThread(Request request, ThreadService threads) throws Exception {
        var thread = threadIn(request);
        var payload = request.message().payload();
        var limit = number(payload.path("limit"), "limit", USUAL_MESSAGES, 1, MOST_MESSAGES);
        var before = number(payload.path("before"), "before", 0, 0, Long.MAX_VALUE);
        var messages =
                request.inSession(session ->
                        threads.read(session, request.user(), thread, (int) limit, before));
        request.reply(
                "thread_data",
                Map.of("thread_id", thread, "messages", messages.stream().map(this::body).toList()),
                thread);
    }

    /** The thread is named in the payload or, as with other messages, beside it. */
    private static String threadIn(Request request) {
        var beside = request.message().threadId();
        var inside = request.message().payload().path("thread_id");
        if (beside != null && (inside.isMissingNode() || inside.isNull())) {
            return beside;
        }
        return request.requiredText("thread_id");
    }

    private static long number(JsonNode node, String field, long usual, long least, long most) {
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least) {
            throw new RequestRefused(
                    ErrorCode.INVALID_MESSAGE,
                    "\"" + field + "\" must be a whole number, " + least + " at least.");
        }
        return Math.min(node.longValue(), most);
    }

    private Map<String, Object> body(StoredMessage message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", message.id());
        body.put("role", message.role().word());
        body.put("content", message.content());
        body.put("timestamp", timestamps.of(message.at()));
        return body;
    }
}
