package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What threads keep, and for whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreadsTest {
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private RunningGateway running;

    @BeforeAll
    void start() throws Exception {
        running = RunningGateway.start(GatewayConfig.builder().tokens(Tokens.rules()));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aThreadKeepsWhatWasSaidAndAnswered() throws Exception {
        try (var client = as("dave").welcomed()) {
            var thread = chat(client, null, "first");
            assertThat(chat(client, thread, "second")).isEqualTo(thread);

            var data = thread(client, thread, "").path("data");

            assertThat(data.path("thread_id").stringValue()).isEqualTo(thread);
            assertThat(contents(data)).contains("first", "second").hasSize(4);
            var message = data.path("messages").get(0);
            assertThat(message.propertyNames())
                    .containsExactly("id", "role", "content", "timestamp");
            assertThat(message.path("role").stringValue()).isEqualTo("user");
            assertThat(message.path("content").stringValue()).isEqualTo("first");
            assertThat(message.path("timestamp").stringValue()).matches(TIMESTAMP);
            assertThat(data.path("messages").get(1).path("role").stringValue()).isEqualTo("agent");
        }
    }

    @Test
    void aThreadIsReadInPagesOfTheNewestMessages() throws Exception {
        try (var client = as("erin").welcomed()) {
            var thread = chat(client, null, "m0");
            for (var i = 1; i < 60; i++) {
                chat(client, thread, "m" + i);
            }

            assertThat(thread(client, thread, "").at("/data/messages")).hasSize(100);
            var last = thread(client, thread, ",\"limit\":2").at("/data/messages");
            assertThat(last).hasSize(2);
            assertThat(last.get(0).path("content").stringValue()).isEqualTo("m59");
            var before = last.get(0).path("id").longValue();
            var page = thread(client, thread, ",\"limit\":2,\"before\":" + before);
            assertThat(page.at("/data/messages/0/content").stringValue()).isEqualTo("m58");
            assertThat(page.at("/data/messages/1/id").longValue()).isLessThan(before);
        }
    }

    @Test
    void aThreadOfSomebodyElseIsNotToldFromOneThatDoesNotExist() throws Exception {
        try (var frank = as("frank").welcomed();
                var grace = as("grace").welcomed()) {
            var thread = chat(frank, null, "mine");

            var foreign = thread(grace, thread, "");
            var missing = thread(grace, "no-such-thread", "");
            grace.text(
                    "{\"type\":\"chat\",\"content\":\"let me in\",\"thread_id\":\""
                            + thread
                            + "\"}");
            var writing = grace.json();
            grace.text(
                    "{\"type\":\"start_agent\",\"user_request\":\"count\",\"thread_id\":\""
                            + thread
                            + "\"}");
            var working = grace.json();

            assertThat(foreign.at("/error/code").stringValue()).isEqualTo("THREAD_NOT_FOUND");
            assertThat(foreign.path("error"))
                    .isEqualTo(missing.path("error"))
                    .isEqualTo(writing.path("error"))
                    .isEqualTo(working.path("error"));
            assertThat(contents(thread(frank, thread, "").path("data"))).hasSize(2);
        }
    }

    @Test
    void aThreadBelongsToTheUserOnAllConnections() throws Exception {
        try (var phone = as("heidi").welcomed();
                var laptop = as("heidi").welcomed()) {
            var thread = chat(phone, "heidis-own-name", "from the phone");

            assertThat(thread).isEqualTo("heidis-own-name");
            assertThat(contents(thread(laptop, thread, "").path("data")))
                    .contains("from the phone");
        }
    }

    private RawClient as(String user) throws IOException {
        return RawClient.upgraded(
                running.gateway().clientUri(), Tokens.inHeader(Tokens.good(user)));
    }

    private static String chat(RawClient client, @Nullable String thread, String content)
            throws IOException {
        var named = thread == null ? "" : ",\"thread_id\":\"" + thread + "\"";
        client.text("{\"type\":\"chat\",\"content\":\"" + content + "\"" + named + "}");
        return client.json().path("thread_id").stringValue();
    }

    private static JsonNode thread(RawClient client, String thread, String more)
            throws IOException {
        client.text("{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\"" + more + "}");
        return client.json();
    }

    private static List<String> contents(JsonNode data) {
        var contents = new ArrayList<String>();
        data.path("messages").forEach(m -> contents.add(m.path("content").stringValue()));
        return contents;
    }
}
