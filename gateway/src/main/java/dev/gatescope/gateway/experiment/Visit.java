package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.experiment.Account.Answer;
import dev.gatescope.gateway.experiment.Account.Fate;
import dev.gatescope.gateway.experiment.WireSocket.Arrival;
import dev.gatescope.gateway.scenario.ClientScript.How;
import dev.gatescope.gateway.scenario.ClientScript.When;
import dev.gatescope.gateway.scenario.MessageKind;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One client on its visit: does what its script says and notes what it sees. It waits for events
 * only; its patience ends the wait for an answer that never comes. For one thread.
 */
final class Visit {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String WELCOME = "connection_established";
    private static final String ERROR = "error";

    private final Script script;
    private final URI gateway;
    private final List<String> headers;
    private final Track track;
    private final Duration patience;
    private final List<Answer> answers = new ArrayList<>();
    private boolean asked;
    private int httpStatus;
    private @Nullable String firstFrame;
    private boolean welcomed;
    private @Nullable String refusedWith;
    private int closeCode;
    private boolean leftEarly;
    private boolean raised;
    private @Nullable Double upgradeMillis;
    private @Nullable Double welcomeMillis;
    private @Nullable String thread;

    /**
     * @param headers with the client's token
     * @param track tells when the gateway holds the connection, and is told when the client left
     */
    Visit(Script script, URI gateway, List<String> headers, Track track, Duration patience) {
        this.script = script;
        this.gateway = gateway;
        this.headers = headers;
        this.track = track;
        this.patience = patience;
    }

    /** Comes, does everything, and leaves. */
    Account make() throws InterruptedException {
        try (var socket = WireSocket.connect(gateway, patience)) {
            visit(socket);
        } catch (IOException e) {
            raised = true;
        } finally {
            track.left.complete(null);
        }
        return new Account(
                asked,
                httpStatus,
                firstFrame,
                welcomed,
                refusedWith,
                closeCode,
                answers,
                leftEarly,
                raised,
                upgradeMillis,
                welcomeMillis);
    }

    private void visit(WireSocket socket) throws IOException, InterruptedException {
        var began = System.nanoTime();
        socket.requestUpgrade(gateway, headers);
        asked = true;
        if (script.leaves() == When.BEFORE_UPGRADE) {
            leaveOnceHeld(socket);
            return;
        }
        httpStatus = socket.readStatus();
        if (httpStatus != SWITCHING_PROTOCOLS) {
            raised = true;
            return;
        }
        upgradeMillis = millisSince(began);
        if (script.leaves() == When.BEFORE_WELCOME) {
            leaveOnceHeld(socket);
            return;
        }
        awaitWelcome(socket);
        if (!welcomed) {
            return;
        }
        welcomeMillis = millisSince(began);
        if (script.leaves() == When.WHILE_BUSY) {
            sendFirst(socket);
            leaveOnceHeld(socket);
            return;
        }
        if (converse(socket)) {
            leave(socket);
        }
    }

    private void awaitWelcome(WireSocket socket) throws IOException {
        var frame = next(socket);
        if (frame != null && type(frame).equals(WELCOME)) {
            welcomed = true;
        } else if (frame != null) {
            refusedWith = code(frame);
            while (next(socket) != null) {
                // Whatever else it says before it closes.
            }
        }
    }

    /** Whether the connection is still there at the end. */
    private boolean converse(WireSocket socket) throws IOException {
        for (var i = 0; i < script.messages().size(); i++) {
            var answer = ask(socket, script.messages().get(i), "m" + i);
            answers.add(answer);
            if (answer.fate() == Fate.NOTHING) {
                return closeCode == 0 && !raised;
            }
        }
        return true;
    }

    private Answer ask(WireSocket socket, Script.Message message, String id) throws IOException {
        var began = System.nanoTime();
        socket.send(frame(message, id));
        var kind = message.kind();
        while (true) {
            var frame = next(socket);
            if (frame == null) {
                return new Answer(kind, Fate.NOTHING, null, millisSince(began));
            }
            if (frame.path("correlation_id").asString("").equals(id)) {
                if (type(frame).equals(ERROR)) {
                    return new Answer(kind, Fate.ERROR, code(frame), millisSince(began));
                }
                if (type(frame).equals(kind.lastAnswer())) {
                    remember(frame);
                    return new Answer(kind, Fate.ANSWERED, null, millisSince(began));
                }
            }
        }
    }

    private void sendFirst(WireSocket socket) throws IOException {
        var message = script.messages().getFirst();
        socket.send(frame(message, "m0"));
        answers.add(new Answer(message.kind(), Fate.LEFT, null, 0));
    }

    private String frame(Script.Message message, String id) {
        var frame = JSON.createObjectNode().put("type", message.kind().type());
        frame.put("message_id", id);
        var payload = frame.putObject("payload");
        switch (message.kind()) {
            case CHAT, USER_MESSAGE -> payload.put("content", message.text());
            case START_AGENT -> payload.put("user_request", message.text());
            case GET_THREAD -> frame.put("thread_id", thread == null ? script.user() : thread);
            case PING -> {}
        }
        if (thread != null && message.kind() != MessageKind.PING) {
            frame.put("thread_id", thread);
        }
        return frame.toString();
    }

    private void remember(JsonNode answer) {
        var named = answer.path("thread_id");
        if (named.isString()) {
            thread = named.stringValue();
        }
    }

    /** The next frame; none where the connection is over or nothing comes. */
    private @Nullable JsonNode next(WireSocket socket) throws IOException {
        switch (socket.receive()) {
            case Arrival.Text(var text) -> {
                var frame = parsed(text);
                if (firstFrame == null) {
                    firstFrame = type(frame);
                }
                return frame;
            }
            case Arrival.Closed(var code) -> {
                closeCode = code;
                socket.sendClose(code);
            }
            case Arrival.Broken _ -> raised = true;
            case Arrival.Silence _ -> {}
        }
        return null;
    }

    private static JsonNode parsed(String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IOException("a frame is no JSON", e);
        }
    }

    private void leaveOnceHeld(WireSocket socket) throws IOException, InterruptedException {
        Awaiting.atMost(patience, track.held);
        leftEarly = true;
        leave(socket);
    }

    /** Leaves, and says so when the gateway has been told. */
    private void leave(WireSocket socket) throws IOException {
        var leave = script.group().script().leave();
        if (leave.how() == How.RESET || leave.when() == When.BEFORE_UPGRADE) {
            socket.reset();
            return;
        }
        socket.sendClose(leave.code());
        track.left.complete(null);
        while (socket.receive() instanceof Arrival.Text) {
            // What was on its way; then the gateway's own good-bye.
        }
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asString("");
    }

    private static String code(JsonNode frame) {
        return frame.path("error").path("code").asString("");
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
