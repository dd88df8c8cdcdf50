package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.traffic.Deed.Message;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Map;

/**
 * What a demo client and the gateway say to each other on one socket: each message carries an id,
 * and only what carries it back is its answer. For the client's thread.
 */
final class Conversation {
    private final String user;
    private final DemoSocket socket;
    private final Map<String, String> threads;
    private final JsonMapper json;
    private int sent;

    /**
     * @param threads the thread that each user wrote to last, kept up to date here
     */
    Conversation(String user, DemoSocket socket, Map<String, String> threads, JsonMapper json) {
        this.user = user;
        this.socket = socket;
        this.threads = threads;
        this.json = json;
    }

    /** Shows a token in a frame. */
    void authenticate(String token) throws IOException, InterruptedException {
        var frame = json.createObjectNode().put("type", "authenticate").put("token", token);
        socket.send(frame.toString());
    }

    /** Waits for the frame that says ready, or the code of the error that comes instead. */
    String awaitWelcome() throws IOException, InterruptedException {
        return kind(read());
    }

    /**
     * Sends a message and waits for all that it is answered.
     *
     * @return whether every answer was the one expected
     */
    boolean say(Message message) throws IOException, InterruptedException {
        if (message instanceof Deed.SendNoJson) {
            socket.send("{\"type\":\"chat\",\"content\":\"half a frame");
            return isAnswered(message, "");
        }
        var id = user + "-" + ++sent;
        socket.send(frame(message, id).toString());
        return isAnswered(message, id);
    }

    private ObjectNode frame(Message message, String id) {
        var frame = json.createObjectNode();
        switch (message) {
            case Deed.Chat chat -> {
                frame.put("type", chat.type()).putObject("payload").put("content", chat.content());
                if (!chat.inNewThread()) {
                    nameThread(frame);
                }
            }
            case Deed.StartAgent start -> {
                frame.put("type", "start_agent")
                        .putObject("payload")
                        .put("user_request", start.userRequest());
                nameThread(frame);
            }
            case Deed.ReadThread read ->
                    frame.put("type", "get_thread")
                            .put("thread_id", threads.getOrDefault(user, user))
                            .put("limit", read.limit());
            case Deed.Ping _ -> frame.put("type", "ping");
            case Deed.SendNoJson _ -> frame.put("type", "no_json");
            case Deed.SendUnknownType unknown -> frame.put("type", unknown.type());
            case Deed.ReadForeignThread foreign ->
                    frame.put("type", "get_thread")
                            .put(
                                    "thread_id",
                                    threads.getOrDefault(foreign.owner(), foreign.owner()));
        }
        return frame.put("message_id", id);
    }

    private void nameThread(ObjectNode frame) {
        var thread = threads.get(user);
        if (thread != null) {
            frame.put("thread_id", thread);
        }
    }

    private boolean isAnswered(Message message, String id)
            throws IOException, InterruptedException {
        for (var expected : message.answers()) {
            var answer = read();
            if (!answer.path("correlation_id").asString("").equals(id)
                    || !kind(answer).equals(expected)) {
                return false;
            }
            var thread = answer.path("thread_id");
            if (message instanceof Deed.Chat && thread.isString()) {
                threads.put(user, thread.stringValue());
            }
        }
        return true;
    }

    private JsonNode read() throws IOException, InterruptedException {
        try {
            return json.readTree(socket.receive());
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private static boolean isError(JsonNode frame) {
        return frame.path("type").asString("").equals("error");
    }

    private static String kind(JsonNode frame) {
        return isError(frame)
                ? frame.path("error").path("code").asString("")
                : frame.path("type").asString("");
    }
}
