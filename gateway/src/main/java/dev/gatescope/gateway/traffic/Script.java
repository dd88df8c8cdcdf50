package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.traffic.Deed.Exit;
import dev.gatescope.gateway.traffic.Deed.Token;
import dev.gatescope.gateway.traffic.Visit.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes the visits of one demo client, one after the other. What it writes depends on its source
 * of chance alone, never on what the gateway answered, so that one seed always gives the same. For
 * one thread.
 */
final class Script {
    /** Visits until everything has come round once. */
    private static final int ROUND = 24;

    private static final int LEAVES = 0;
    private static final int BRINGS_ITS_TOKEN_LATER = 8;
    private static final int BRINGS_A_BAD_TOKEN = 16;

    private final Persona persona;
    private final List<String> everybody;
    private final RandomGenerator random;
    private int visits;

    /**
     * @param everybody the users whose threads are foreign to each other
     */
    Script(Persona persona, List<String> everybody, RandomGenerator random) {
        this.persona = persona;
        this.everybody = everybody;
        this.random = random;
        this.visits = everybody.indexOf(persona.user());
    }

    /** How long the client waits before it comes for the first time. */
    Duration arrival() {
        return millis(0, 4_000);
    }

    /**
     * The next visit. What goes wrong comes round at its time, at another for each client, so that
     * a minute of the whole crowd is much like any other.
     */
    Visit next() {
        var steps = new ArrayList<Step>();
        var round = visits / ROUND;
        switch (visits++ % ROUND) {
            case LEAVES -> steps.add(atOnce(new Deed.LeaveBeforeWelcome(round % 2 == 0)));
            case BRINGS_A_BAD_TOKEN ->
                    steps.add(
                            atOnce(
                                    new Deed.LogIn(
                                            anyWay(),
                                            round % 2 == 0 ? Token.WRONG : Token.EXPIRED)));
            case BRINGS_ITS_TOKEN_LATER -> stay(firstFrameOr(oneOf(handshakeWays())), steps);
            default -> stay(oneOf(handshakeWays()), steps);
        }
        var away = persona.regular() ? millis(2_000, 9_000) : millis(1_000, 3_000);
        return new Visit(List.copyOf(steps), away);
    }

    private void stay(Deed.Way way, List<Step> steps) {
        steps.add(atOnce(new Deed.LogIn(way, Token.GOOD)));
        var messages = persona.regular() ? between(25, 60) : between(2, 5);
        for (var i = 0; i < messages; i++) {
            steps.add(new Step(millis(500, 2_200), i == 0 ? greeting() : message()));
        }
        steps.add(new Step(millis(200, 1_500), new Deed.Leave(exit())));
    }

    /** The first words, after which there is a thread in any case. */
    private Deed greeting() {
        return new Deed.Chat("chat", random.nextInt(3) > 0, oneOf(Phrases.CHATS));
    }

    private Deed message() {
        var chance = random.nextInt(100);
        if (chance < 50) {
            return new Deed.Chat("chat", false, oneOf(Phrases.CHATS));
        } else if (chance < 63) {
            return new Deed.Chat("user_message", false, oneOf(Phrases.CHATS));
        } else if (chance < 72) {
            return new Deed.StartAgent(oneOf(Phrases.AGENT_REQUESTS));
        } else if (chance < 81) {
            return new Deed.ReadThread(between(5, 40));
        } else if (chance < 96) {
            return new Deed.Ping();
        }
        return misbehaviour();
    }

    private Deed misbehaviour() {
        return switch (random.nextInt(3)) {
            case 0 -> new Deed.SendNoJson();
            case 1 -> new Deed.SendUnknownType(oneOf(Phrases.UNKNOWN_TYPES));
            default -> new Deed.ReadForeignThread(somebodyElse());
        };
    }

    private String somebodyElse() {
        var other = oneOf(everybody);
        return other.equals(persona.user()) ? everybody.getFirst() + "-other" : other;
    }

    private Exit exit() {
        var chance = random.nextInt(100);
        if (chance < 60) {
            return Exit.CLOSED;
        } else if (chance < 84) {
            return Exit.LEFT_PAGE;
        }
        return chance < 93 ? Exit.ABORTED : Exit.IN_THE_MIDDLE_OF_A_MESSAGE;
    }

    private Deed.Way anyWay() {
        var way = oneOf(handshakeWays());
        return random.nextInt(3) == 0 ? firstFrameOr(way) : way;
    }

    private Deed.Way firstFrameOr(Deed.Way way) {
        return persona.program().knowsFirstFrame() ? Deed.Way.FIRST_FRAME : way;
    }

    private List<Deed.Way> handshakeWays() {
        return persona.program().handshakeWays();
    }

    private static Step atOnce(Deed deed) {
        return new Step(Duration.ZERO, deed);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
