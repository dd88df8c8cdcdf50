package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.scenario.ClientScript.How;
import dev.gatescope.gateway.scenario.ClientScript.Leave;
import dev.gatescope.gateway.scenario.ClientScript.Send;
import dev.gatescope.gateway.scenario.ClientScript.Token;
import dev.gatescope.gateway.scenario.ClientScript.Way;
import dev.gatescope.gateway.scenario.ClientScript.When;
import dev.gatescope.gateway.scenario.ServerSettings.Start;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a scenario of a JSON text, or says everything that is wrong with it. */
final class ScenarioReader {
    private static final int MOST_CLIENTS = 10_000;
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_SHARE = 1_000_000;
    private static final int USUAL_CONCURRENCY = 8;
    private static final int MOST_CONCURRENCY = 1_000;
    private static final ComponentName[] TAKEN_DOWN =
            Condition.ComponentDown.POSSIBLE.toArray(ComponentName[]::new);
    private static final String REFUSED = "refused ";
    private static final int NORMAL = 1000;
    private static final int LAST_CODE = 4999;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration USUAL_ACQUIRE = Duration.ofSeconds(5);
    private static final List<String> USUAL_TEXTS =
            List.of(
                    "My order has been at the depot since Monday.",
                    "We agreed on 40 licences, not 14.",
                    "How many messages do we have here?",
                    "Search for order");

    private final List<String> defects = new ArrayList<>();

    private ScenarioReader() {}

    /**
     * Reads a scenario.
     *
     * @param file named in what is said about defects
     */
    static Scenario read(String file, String text) throws InvalidScenario {
        var reader = new ScenarioReader();
        var scenario = reader.scenario(new ScenarioJson(parse(file, text), "$", reader.defects));
        if (!reader.defects.isEmpty()) {
            throw new InvalidScenario(
                    reader.defects.stream().map(defect -> file + ": " + defect).toList());
        }
        return scenario;
    }

    private static JsonNode parse(String file, String text) throws InvalidScenario {
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new InvalidScenario(
                    List.of(
                            file
                                    + ": line "
                                    + at.getLineNr()
                                    + ", column "
                                    + at.getColumnNr()
                                    + ": is no JSON: "
                                    + e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private Scenario scenario(ScenarioJson json) {
        json.ignore("$schema");
        var claims = json.list("claims", 0, this::claim);
        var mostClients = json.number("most_clients", 1, MOST_CLIENTS, MOST_CLIENTS);
        var server = server(json);
        var groups = json.list("groups", 1, this::group);
        if (server.start() instanceof Start.Held && json.has("clients_per_block")) {
            json.defect("clients_per_block", "a held start is over after one block: leave it out");
        }
        var scenario =
                new Scenario(
                        json.text("name"),
                        json.text("description"),
                        claims,
                        json.duration("patience", USUAL_PATIENCE, MOST_PATIENCE),
                        json.number("clients_per_block", 1, MOST_CLIENTS, MOST_CLIENTS),
                        mostClients,
                        server,
                        shownGroup(json, groups),
                        groups);
        json.nothingElse();
        return scenario;
    }

    private static int shownGroup(ScenarioJson json, List<Group> groups) {
        if (!json.has("shown_group") || groups.isEmpty()) {
            return 0;
        }
        var names = groups.stream().map(Group::name).toList();
        return names.indexOf(
                json.word("shown_group", names.toArray(String[]::new), Function.identity()));
    }

    private Scenario.Claim claim(ScenarioJson json) {
        var claim =
                new Scenario.Claim(
                        json.word(
                                "figure",
                                new String[] {"connection_success", "routing_success"},
                                Function.identity()),
                        json.text("before"),
                        json.text("mix"));
        json.nothingElse();
        return claim;
    }

    private ServerSettings server(ScenarioJson scenario) {
        var json = scenario.has("server") ? scenario.object("server") : empty("$.server");
        var settings =
                new ServerSettings(
                        json.word(
                                "environment",
                                new String[] {"development", "staging", "production"},
                                Function.identity(),
                                "development"),
                        json.number("pool_size", 1, 100, 10),
                        json.duration("acquire_timeout", USUAL_ACQUIRE, MOST_PATIENCE),
                        json.has("start") ? start(json.object("start")) : new Start.InOrder(),
                        json.has("legacy")
                                ? LegacyPartsJson.read(json.object("legacy"))
                                : LegacyPartsJson.USUAL);
        json.nothingElse();
        return settings;
    }

    private ScenarioJson empty(String path) {
        return new ScenarioJson(JsonMapper.shared().createObjectNode(), path, defects);
    }

    private Start start(ScenarioJson json) {
        var component = json.word("component", ComponentName.values(), ComponentName::word);
        var is = json.word("is", new String[] {"held", "failed"}, Function.identity());
        json.nothingElse();
        if (is.equals("held")) {
            return new Start.Held(component);
        }
        if (component == ComponentName.DATABASE || component == ComponentName.MIGRATIONS) {
            json.defect("component", "no gateway starts without " + component.word());
        }
        return new Start.Failed(component);
    }

    private Group group(ScenarioJson json) {
        var name = json.text("name");
        var share = json.number("share", 1, MOST_SHARE);
        var concurrency = json.number("concurrency", 1, MOST_CONCURRENCY, USUAL_CONCURRENCY);
        var condition =
                json.has("condition") ? condition(json.object("condition")) : new Condition.Fine();
        var hold = json.has("hold") ? hold(json.object("hold")) : null;
        var script = script(json.object("client"), hold);
        var naive =
                json.has("naive")
                        ? json.word("naive", NaiveCheck.values(), ScenarioJson::kebab)
                        : null;
        var group = new Group(name, share, condition, concurrency, script, hold, owed(json), naive);
        json.nothingElse();
        return group;
    }

    private Condition condition(ScenarioJson json) {
        var kind =
                json.word(
                        "kind",
                        new String[] {"component-down", "database-renewed"},
                        Function.identity());
        var condition =
                kind.equals("component-down")
                        ? new Condition.ComponentDown(
                                json.word("component", TAKEN_DOWN, ComponentName::word))
                        : new Condition.DatabaseRenewed();
        json.nothingElse();
        return condition;
    }

    private Hold hold(ScenarioJson json) {
        var hold =
                new Hold(
                        json.word("at", Checkpoint.values(), ScenarioJson::kebab),
                        json.word("until", Hold.Until.values(), ScenarioJson::kebab));
        json.nothingElse();
        return hold;
    }

    private ClientScript script(ScenarioJson json, @Nullable Hold hold) {
        var sends = json.list("send", 0, this::send);
        var leave = json.has("leave") ? leave(json.object("leave")) : leaveWhenAnswered();
        var script =
                new ClientScript(
                        json.word("way", Way.values(), ScenarioJson::kebab, Way.HEADER),
                        json.word("token", Token.values(), ScenarioJson::kebab, Token.GOOD),
                        sends,
                        leave);
        json.nothingElse();
        check(json, script, hold);
        return script;
    }

    /** What would make the outcome a matter of luck, or never come. */
    private static void check(ScenarioJson json, ClientScript script, @Nullable Hold hold) {
        var when = script.leave().when();
        var heldAt = hold != null && hold.until() == Hold.Until.CLIENT_LEFT ? hold.at() : null;
        var needed = checkpoint(when);
        if (needed != null && heldAt != needed) {
            json.defect(
                    "leave",
                    "leaving "
                            + ScenarioJson.kebab(when)
                            + " is a race unless the group has a hold at "
                            + ScenarioJson.kebab(needed)
                            + " until client-left");
        }
        if (needed == null && heldAt != null) {
            json.defect("leave", "the hold waits until the client has left, and the client for it");
        }
        if (when == When.BEFORE_UPGRADE && script.leave().how() != How.RESET) {
            json.defect("leave", "before the upgrade there is no other way to leave than reset");
        }
        if (when == When.WHILE_BUSY && script.sends().isEmpty()) {
            json.defect("send", "nothing is sent that a handler could be busy with");
        }
        var kinds = script.sends().stream().map(Send::kind).toList();
        var firstRead = kinds.indexOf(MessageKind.GET_THREAD);
        if (firstRead >= 0
                && kinds.subList(0, firstRead).stream()
                        .noneMatch(kind ->
                                kind == MessageKind.CHAT || kind == MessageKind.USER_MESSAGE)) {
            json.defect("send", "get_thread needs a chat or user_message before it");
        }
    }

    /** Where the gateway must wait so that the client leaves in time; none where it need not. */
    private static @Nullable Checkpoint checkpoint(When when) {
        return switch (when) {
            case BEFORE_UPGRADE -> Checkpoint.BEFORE_ACCEPT;
            case BEFORE_WELCOME -> Checkpoint.BEFORE_WELCOME;
            case WHILE_BUSY -> Checkpoint.BEFORE_HANDLE;
            case AFTER_ANSWERS -> null;
        };
    }

    private Send send(ScenarioJson json) {
        var kind = json.word("type", MessageKind.values(), MessageKind::type);
        var texts = json.texts("texts");
        var send =
                new Send(
                        kind,
                        json.number("times", 1, MOST_TIMES, 1),
                        texts.isEmpty() ? USUAL_TEXTS : texts);
        json.nothingElse();
        return send;
    }

    private Leave leave(ScenarioJson json) {
        var leave =
                new Leave(
                        json.word("when", When.values(), ScenarioJson::kebab, When.AFTER_ANSWERS),
                        json.word("how", How.values(), ScenarioJson::kebab, How.CLOSE),
                        json.number("code", NORMAL, LAST_CODE, NORMAL));
        json.nothingElse();
        return leave;
    }

    private static Leave leaveWhenAnswered() {
        return new Leave(When.AFTER_ANSWERS, How.CLOSE, NORMAL);
    }

    private static Owed owed(ScenarioJson json) {
        var text = json.text("owed");
        var code = code(text.startsWith(REFUSED) ? text.substring(REFUSED.length()) : "");
        if (code != null) {
            return new Owed.Refused(code);
        }
        if (text.equals("forgotten")) {
            return new Owed.Forgotten();
        }
        if (!text.equals("answered")) {
            json.defect("owed", "must be answered, forgotten, or refused and an error code");
        }
        return new Owed.Answered();
    }

    private static @Nullable ErrorCode code(String word) {
        return Stream.of(ErrorCode.values())
                .filter(code -> code.name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
