package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whys that people wrote into the incident report, beside those that gateways tell by
 * themselves: the README's table, made from runs. {@code -Dgatescope.readme=write} writes it.
 */
class WhysTableTest {
    private static final FlowName LEGACY = FlowName.legacy(Set.of());
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- whys: made by WhysTableTest -->\n";
    private static final String END = "<!-- end of whys -->\n";
    private static final String CHAT = "{\"type\":\"chat\",\"content\":\"hello\"}";

    /**
     * One why of the report.
     *
     * @param steps those of the chain that say the same; none where it is an intention, or a rule
     *     of somebody's framework, which no event records
     */
    private record Line(String why, List<Integer> steps) {
        Line(String why, Integer... steps) {
            this(why, List.of(steps));
        }
    }

    @Test
    void theReadmeTellsWhatRunsTell() throws Exception {
        var table = table();
        var readme = Files.readString(README);
        if ("write".equals(System.getProperty("gatescope.readme"))) {
            readme = written(readme, table);
        }
        assertThat(readme)
                .as("the table; write it anew with -Dgatescope.readme=write")
                .contains(BEGIN + table + END);
    }

    private static String written(String readme, String table) throws IOException {
        var begin = readme.indexOf(BEGIN) + BEGIN.length();
        var changed = readme.substring(0, begin) + table + readme.substring(readme.indexOf(END));
        Files.writeString(README, changed);
        return changed;
    }

    private static String table() throws Exception {
        return noHandler() + notConnected() + wrongSession() + rootCauses();
    }

    private static String noHandler() throws Exception {
        try (var gateway = IncidentGateway.prepare(LEGACY)) {
            tooEarly(gateway);
            return section(
                    "Error 1: message routing failed",
                    gateway.why(MessageFact.Failed.class),
                    new Line("The router could not find a handler for the message", 0),
                    new Line("The agent handler was not registered", 1),
                    new Line("Dependencies were missing", 2),
                    new Line("Connections were established before startup completed", 3),
                    new Line("Nothing synchronised startup and acceptance", 4));
        }
    }

    private static void tooEarly(IncidentGateway gateway) throws Exception {
        var hold = gateway.startup().hold(ComponentName.THREAD_SERVICE);
        gateway.listen();
        gateway.awaitStarting(ComponentName.THREAD_SERVICE);
        try (var client = gateway.connect("alice")) {
            gateway.await(HandlerFact.RegistrationFailed.class, "alice");
            hold.close();
            gateway.gateway().awaitStarted();
            client.hear("connection_established");
            client.send(CHAT);
            client.hear("error");
        }
    }

    private static String notConnected() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {})) {
            try (var client = gateway.asksWith("Authorization: Bearer no.good.token")) {
                client.readHead();
            }
            gateway.awaitNoneOpen();
            return section(
                    "Error 2: need to call accept first",
                    gateway.why(ConnectionFact.NotConnected.class),
                    new Line("The socket was used before it was accepted", 0),
                    new Line("Authentication came before accept", 1),
                    new Line("The flow was: authenticate, accept, handle", 2),
                    new Line("To turn away early who is not known"),
                    new Line("The framework wants accept before anything else"));
        }
    }

    private static String wrongSession() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {});
                var client = gateway.welcomed("alice")) {
            client.send("{\"type\":\"start_agent\",\"user_request\":\"count\"}");
            client.hear("error");
            return section(
                    "Error 3: async context manager",
                    gateway.why(MessageFact.Failed.class),
                    new Line("A generator was entered as a context manager", 0, 1),
                    new Line("The function yielded, and was no context manager", 1),
                    new Line("The pattern was used wrongly", 1),
                    new Line("Two patterns were mixed", 2),
                    new Line("Nobody kept sessions consistent", 2));
        }
    }

    private static String rootCauses() throws Exception {
        var rows = new StringBuilder();
        rows.append("\n**The four root causes**\n\n");
        rows.append("| the report's | what the gateway tells |\n|---|---|\n");
        rows.append(row("Race condition in accept and authenticate", leavesEarly()));
        rows.append(row("Missing dependencies during startup", tolerated()));
        rows.append(row("Incorrect patterns in session management", leftOpen()));
        rows.append(row("Handler accumulation without cleanup", stays()));
        return rows.append('\n').toString();
    }

    private static Why leavesEarly() throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(LEGACY, config -> config.gates(busy))) {
            try (var client = gateway.asks("alice")) {
                client.readHead();
                client.text(CHAT);
                busy.awaitHeld();
                client.reset();
            }
            busy.open();
            gateway.awaitNoneOpen();
            return gateway.why(ConnectionFact.NotConnected.class);
        }
    }

    private static Why tolerated() throws Exception {
        try (var gateway = IncidentGateway.prepare(LEGACY)) {
            gateway.startup()
                    .replace(
                            ComponentName.THREAD_SERVICE,
                            () -> {
                                throw new IllegalStateException("failed silently");
                            });
            gateway.listen();
            gateway.gateway().awaitStarted();
            try (var client = gateway.connect("alice")) {
                client.hear("connection_established");
                client.send(CHAT);
                client.hear("error");
            }
            return gateway.why(MessageFact.Failed.class);
        }
    }

    private static Why leftOpen() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {});
                var client = gateway.welcomed("alice")) {
            client.send(CHAT);
            var thread = threadOf(client);
            client.send("{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\"}");
            client.hear("thread_data");
            Eventually.until(
                    () -> "one leaks: " + gateway.figures().sessions(),
                    () -> gateway.figures().sessions().leaked() == 1);
            return gateway.why(SessionFact.Leaked.class);
        }
    }

    private static String threadOf(Client client) throws InterruptedException {
        return client.hear("agent_response").path("thread_id").stringValue();
    }

    private static Why stays() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {})) {
            gateway.welcomed("alice").close();
            gateway.awaitNoneOpen();
            return gateway.why(HandlerFact.Leaked.class);
        }
    }

    /** Every step of the chain stands in some line, so that nothing is left out. */
    private static String section(String title, Why why, Line... lines) {
        var shown = new ArrayList<Integer>();
        var rows = new StringBuilder("\n**" + title + "**\n\n");
        rows.append("| | why, as the report has it | what the gateway tells | event |\n");
        rows.append("|---|---|---|---|\n");
        for (var i = 0; i < lines.length; i++) {
            var steps = lines[i].steps();
            shown.addAll(steps);
            rows.append(
                    "| %d | %s | %s | %s |\n"
                            .formatted(
                                    i + 1,
                                    lines[i].why(),
                                    steps.isEmpty()
                                            ? "(a reason that no event records)"
                                            : told(why, steps),
                                    types(why, steps)));
        }
        assertThat(shown).containsAll(IntStream.range(0, why.steps().size()).boxed().toList());
        return rows.toString();
    }

    private static String row(String cause, Why why) {
        var all = IntStream.range(0, why.steps().size()).boxed().toList();
        return "| " + cause + " | " + told(why, all) + " |\n";
    }

    /** What explains the same as the step before it, and not that step, is told apart. */
    private static String told(Why why, List<Integer> steps) {
        var told = new StringBuilder();
        var before = -1;
        for (var index : steps) {
            var step = why.steps().get(index);
            told.append(before < 0 ? "" : step.depth() > before ? " ← " : "; and ← ");
            told.append(told(step));
            before = step.depth();
        }
        return told.toString();
    }

    private static String told(Why.Step step) {
        var sentence = step.sentence().replaceAll("\\d+ ms", "*n* ms");
        return step.root().isEmpty() ? sentence : sentence + " (root: " + step.root() + ")";
    }

    private static String types(Why why, List<Integer> steps) {
        return steps.stream()
                .map(step -> why.events().get(step).type())
                .map(type -> "`" + type + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
