package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.traffic.Deed.Exit;
import dev.gatescope.gateway.traffic.Deed.LogIn;
import dev.gatescope.gateway.traffic.Deed.Token;
import dev.gatescope.gateway.traffic.Deed.Way;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * One demo client: plays the visits of its script, one after the other, until interrupted. A visit
 * that goes wrong is given up, and the client comes back after a pause that grows. For one thread.
 */
final class DemoClient implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(DemoClient.class);
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int MOST_DOUBLINGS = 4;

    private final Persona persona;
    private final Script script;
    private final Entrance entrance;
    private final Pace pace;
    private final Map<String, String> threads;
    private final JsonMapper json;
    private final Witness witness;
    private int failuresInARow;

    DemoClient(
            Persona persona,
            Script script,
            Entrance entrance,
            Pace pace,
            Map<String, String> threads,
            JsonMapper json,
            Witness witness) {
        this.persona = persona;
        this.script = script;
        this.entrance = entrance;
        this.pace = pace;
        this.threads = threads;
        this.json = json;
        this.witness = witness;
    }

    @Override
    public void run() {
        try {
            pace.pause(script.arrival());
            while (true) {
                var visit = script.next();
                play(visit);
                pace.pause(longer(visit.away()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to stop
        }
    }

    private void play(Visit visit) throws InterruptedException {
        try {
            var first = visit.steps().getFirst().deed();
            switch (first) {
                case LogIn(var way, var token) when token == Token.GOOD -> stay(way, visit);
                case LogIn(var way, var token) -> beRefused(way, token, first);
                case Deed.LeaveBeforeWelcome(var abort) -> lookIn(abort, first);
                default -> throw new IllegalStateException("a visit begins with coming");
            }
            failuresInARow = 0;
        } catch (IOException e) {
            failuresInARow++;
            log.debug("The visit of demo client {} went wrong", persona.user(), e);
        }
    }

    private Duration longer(Duration away) {
        return away.multipliedBy(1L << Math.min(failuresInARow, MOST_DOUBLINGS));
    }

    private void lookIn(boolean abort, Deed deed) throws IOException, InterruptedException {
        var way = persona.program().handshakeWays().getFirst();
        try (var socket = entrance.connect(persona.impatient(), way, token(way, Token.GOOD))) {
            if (abort) {
                socket.abort();
            } else {
                socket.leave(NORMAL);
            }
        }
        witness.saw(persona.user(), deed, true);
    }

    private void beRefused(Way way, Token token, Deed deed)
            throws IOException, InterruptedException {
        try (var socket = entrance.connect(persona, way, token(way, token))) {
            var refusal = greeted(socket, way, token).awaitWelcome();
            var expected = token == Token.EXPIRED ? "TOKEN_EXPIRED" : "AUTH_FAILED";
            var _ = socket.awaitClose();
            witness.saw(persona.user(), deed, refusal.equals(expected));
        }
    }

    private void stay(Way way, Visit visit) throws IOException, InterruptedException {
        try (var socket = entrance.connect(persona, way, token(way, Token.GOOD))) {
            var conversation = greeted(socket, way, Token.GOOD);
            for (var step : visit.steps()) {
                pace.pause(step.pause());
                var asExpected = doIt(step.deed(), conversation, socket);
                witness.saw(persona.user(), step.deed(), asExpected);
            }
        }
    }

    private String token(Way way, Token token) {
        return way == Way.FIRST_FRAME ? "" : entrance.token(persona.user(), token);
    }

    private Conversation greeted(DemoSocket socket, Way way, Token token)
            throws IOException, InterruptedException {
        var conversation = new Conversation(persona.user(), socket, threads, json);
        if (way == Way.FIRST_FRAME) {
            conversation.authenticate(entrance.token(persona.user(), token));
        }
        return conversation;
    }

    private boolean doIt(Deed deed, Conversation conversation, DemoSocket socket)
            throws IOException, InterruptedException {
        return switch (deed) {
            case LogIn _ -> conversation.awaitWelcome().equals("connection_established");
            case Deed.Message message -> conversation.say(message);
            case Deed.Leave(var how) -> {
                leave(socket, how);
                yield true;
            }
            case Deed.LeaveBeforeWelcome _ ->
                    throw new IllegalStateException("already past the welcome");
        };
    }

    private static void leave(DemoSocket socket, Exit how)
            throws IOException, InterruptedException {
        switch (how) {
            case CLOSED -> socket.leave(NORMAL);
            case LEFT_PAGE -> socket.leave(GOING_AWAY);
            case ABORTED -> socket.abort();
            case IN_THE_MIDDLE_OF_A_MESSAGE -> {
                socket.sendBeginning("{\"type\":\"chat\",\"payload\":{\"content\":\"I was just");
                socket.abort();
            }
        }
    }
}
