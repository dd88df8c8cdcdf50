package dev.gatescope.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.startup.ComponentName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Scenario files: those that are shipped are sound, and every defect is told with its place. */
class ScenarioReaderTest {
    private static final String SOUND =
            "{'name':'n','description':'d','groups':[{'name':'g','share':1,'client':{},"
                    + "'owed':'answered'}]}";

    static List<String> shipped() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsShippedIsSound(String name) throws Exception {
        var scenario = Scenarios.open(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.groups()).isNotEmpty();
    }

    @Test
    void whatIsLeftOutIsAsUsual() throws Exception {
        var scenario = read(SOUND);

        assertThat(scenario.server().start()).isEqualTo(new ServerSettings.Start.InOrder());
        assertThat(scenario.groups().getFirst().condition()).isEqualTo(new Condition.Fine());
        assertThat(scenario.groups().getFirst().script().token())
                .isEqualTo(ClientScript.Token.GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '^',
            value = {
                "'share':1 | 'share':0 | $.groups[0].share: must be a whole number from 1",
                "'share':1 | 'share':1.5 | $.groups[0].share: must be a whole number",
                "'share':1, | '' | $.groups[0].share: must be a whole number",
                "'share' | 'shar' | $.groups[0].shar: is no field here; known are",
                "'owed':'answered' | 'owed':'thanks' | $.groups[0].owed: must be answered,",
                "'answered' | 'refused NOBODY' | $.groups[0].owed: must be answered,",
                "'client':{} | 'client':[] | $.groups[0].client: must be an object",
                "'client':{} | 'client':{'token':'stolen'} | $.groups[0].client.token: must be one"
                        + " of good, wrong, expired, none",
                "'client':{} | 'client':{'send':{}} | $.groups[0].client.send: must be a list",
                "'client':{} | 'client':{'send':[{'type':'shout'}]} | $.groups[0].client.send[0]"
                        + ".type: must be one of chat, user_message,",
                "'client':{} | 'client':{'send':[{'type':'get_thread'}]} | $.groups[0].client.send:"
                        + " get_thread needs a chat",
                "'client':{} | 'client':{'leave':{'when':'before-welcome'}} | $.groups[0].client"
                        + ".leave: leaving before-welcome is a race unless",
                "'client':{} | 'client':{},'hold':{'at':'before-welcome','until':'client-left'} |"
                        + " $.groups[0].client.leave: the hold waits until the client has left",
                "'client':{} | 'client':{},'condition':{'kind':'rain'} |"
                        + " $.groups[0].condition.kind: must be one of component-down,"
                        + " database-renewed",
                "'client':{} | 'client':{},'condition':{'kind':'component-down'} |"
                        + " $.groups[0].condition.component: must be one of thread_service,"
                        + " agent_supervisor",
                "'client':{} | 'client':{},'condition':{'kind':'database-renewed','component':"
                        + "'router'} | $.groups[0].condition.component: is no field here",
                "'name':'n' | 'name':' ' | $.name: must be a text",
                "'name':'n' | 'name':'n','patience':'5 s' | $.patience: must be an ISO-8601"
                        + " duration",
                "'name':'n' | 'name':'n','server':{'start':{'component':'database','is':'failed'}}"
                        + " | $.server.start.component: no gateway starts without database",
                "'name':'n' | 'name':'n','server':{'legacy':{'sessions':{'chat':'magic'}}} |"
                        + " $.server.legacy.sessions.chat: must be generator or context",
                "'name':'n' | 'name':'n','name':'m' | Duplicate",
                "'name':'n', | 'name' | line 1, column",
                "]} | ]} {} | is no JSON",
                "[{'name':'g','share':1,'client':{},'owed':'answered'}] | [] | $.groups: must be a"
                        + " list that is not empty",
            })
    void aDefectIsToldWithFileFieldAndReason(String part, String instead, String told) {
        var text = SOUND.replace(part, instead.equals("''") ? "" : instead);

        assertThat(text).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageStartingWith("mine.json: ")
                .hasMessageContaining(told);
    }

    /** Who says that another one is down gets a gateway in which nobody notices. */
    @ParameterizedTest
    @EnumSource(ComponentName.class)
    void onlyWhatCanBeTakenDownIsDown(ComponentName component) throws Exception {
        var text =
                SOUND.replace(
                        "'client'",
                        "'condition':{'kind':'component-down','component':'"
                                + component.word()
                                + "'},'client'");

        if (downInSchema().contains(component.word())) {
            assertThat(read(text).groups().getFirst().condition())
                    .isEqualTo(new Condition.ComponentDown(component));
        } else {
            assertThatThrownBy(() -> read(text))
                    .hasMessage(
                            "mine.json: $.groups[0].condition.component: must be one of"
                                    + " thread_service, agent_supervisor");
        }
    }

    private static List<String> downInSchema() throws IOException {
        return resource("scenario.schema.json")
                .at("/$defs/group/properties/condition/properties/component/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void allDefectsAreToldAtOneGo() {
        var text = SOUND.replace("'share':1", "'share':-1").replace("'name':'n'", "'name':7");

        assertThatThrownBy(() -> read(text))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(2));
    }

    @Test
    void aFileIsOpenedByItsPathAndOneThatIsNoneIsRefused(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("own.json"), SOUND.replace('\'', '"'));

        assertThat(Scenarios.open(file.toString()).name()).isEqualTo("n");
        assertThatThrownBy(() -> Scenarios.open("nothing"))
                .hasMessageContaining("nothing: is neither a file")
                .hasMessageContaining("staging-incident");
    }

    /** What the schema promises to editors is what the reader knows, field by field. */
    @Test
    void theSchemaKnowsTheSameFieldsAsTheReader() throws Exception {
        var fields = new TreeSet<String>();
        collectProperties(resource("scenario.schema.json"), fields);

        for (var name : Scenarios.shipped()) {
            var used = new TreeSet<String>();
            collectNames(resource(name + ".json"), used);
            used.removeAll(MESSAGE_TYPES);
            assertThat(fields).containsAll(used);
        }
        assertThatThrownBy(() -> read(SOUND.replace("'client':{}", "'client':{'x':1}")))
                .satisfies(
                        e -> assertThat(fields).containsAll(known(String.valueOf(e.getMessage()))));
        assertThatThrownBy(() -> read(SOUND.replace("'share'", "'x':1,'share'")))
                .satisfies(
                        e -> assertThat(fields).containsAll(known(String.valueOf(e.getMessage()))));
        assertThatThrownBy(() -> read(SOUND.replace("'name':'n'", "'name':'n','x':1")))
                .satisfies(
                        e -> assertThat(fields).containsAll(known(String.valueOf(e.getMessage()))));
    }

    private static final Set<String> MESSAGE_TYPES =
            Set.of("chat", "user_message", "start_agent", "get_thread", "ping");

    private static List<String> known(String sentence) {
        var list = sentence.substring(sentence.indexOf("known are ") + "known are ".length());
        return List.of(list.lines().findFirst().orElseThrow().split(", "));
    }

    private static void collectProperties(JsonNode node, Set<String> names) {
        if (node.path("properties").isObject()) {
            names.addAll(node.path("properties").propertyNames());
        }
        node.forEach(child -> collectProperties(child, names));
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.forEach(child -> collectNames(child, names));
    }

    private static JsonNode resource(String name) throws IOException {
        try (var stream = Scenarios.class.getResourceAsStream("scenarios/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream));
        }
    }

    private static Scenario read(String text) throws InvalidScenario {
        return ScenarioReader.read("mine.json", text.replace('\'', '"'));
    }
}
