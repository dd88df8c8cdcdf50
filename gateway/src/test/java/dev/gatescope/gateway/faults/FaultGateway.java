package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.shared.admin.Snapshot;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A gateway into which faults are injected as a stranger would: through its admin API. */
final class FaultGateway implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Secret SECRET = Secret.of("the secret of these tests is long enough");

    private final List<Occurrence> heard = new CopyOnWriteArrayList<>();
    private final TokenIssuer tokens = new TokenIssuer(SECRET, null, null, Clock.systemUTC());
    private final RunningGateway running;

    private FaultGateway(Consumer<GatewayConfigBuilder> changes) throws Exception {
        var config =
                GatewayConfig.builder()
                        .tokens(new TokenRules(new TokenRules.Keys.OfSecret(SECRET), null, null))
                        .observer(heard::add);
        changes.accept(config);
        running = RunningGateway.start(config);
    }

    static FaultGateway start() throws Exception {
        return new FaultGateway(_ -> {});
    }

    static FaultGateway start(Consumer<GatewayConfigBuilder> changes) throws Exception {
        return new FaultGateway(changes);
    }

    /** Injects a fault of this kind for a minute; {@code more} is further JSON, such as a scope. */
    String inject(String kind, String more) {
        var body =
                "{\"kind\":\""
                        + kind
                        + "\",\"duration\":\"PT1M\",\"reason\":\"test\""
                        + (more.isEmpty() ? "" : "," + more)
                        + "}";
        var answer = post("/api/v1/faults", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").stringValue();
    }

    HttpResponse<String> post(String path, String body) {
        return Admin.send(
                running, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), path);
    }

    HttpResponse<String> postAs(String token, String path) {
        var request =
                HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody());
        return Admin.send(running, request, path);
    }

    JsonNode get(String path) {
        return Admin.get(running, path);
    }

    /** Ends a fault; when this returns nothing of it remains. */
    void end(String fault) {
        assertThat(delete(fault)).isEqualTo(204);
    }

    int delete(String fault) {
        return Admin.send(running, HttpRequest.newBuilder().DELETE(), "/api/v1/faults/" + fault)
                .statusCode();
    }

    JsonNode fault(String id) {
        return get("/api/v1/faults")
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    long hits(String id) {
        return fault(id).path("hits").longValue();
    }

    void awaitHits(String id, long hits) {
        Eventually.until(() -> hits + " hits of " + fault(id), () -> hits(id) == hits);
    }

    RunningGateway running() {
        return running;
    }

    Snapshot figures() {
        return running.figures();
    }

    /** The figures without failures in which a fault had a hand. */
    Snapshot figuresWithoutInjected() {
        return running.gateway().snapshot(new FigureView(true, false));
    }

    /** The value of a meter, as Prometheus reads it. */
    double metric(String series) {
        return Admin.send(running, HttpRequest.newBuilder(), "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    Client connect(String user) {
        return Client.connect(
                running.http(),
                running.gateway().clientUri(),
                Map.of("Authorization", "Bearer " + tokens.issue(user, Duration.ofMinutes(5))));
    }

    Client welcomed(String user) throws InterruptedException {
        var client = connect(user);
        client.hear("connection_established");
        return client;
    }

    /** All facts of this kind. */
    List<Occurrence> heard(Class<? extends Fact> kind) {
        return heard.stream().filter(one -> kind.isInstance(one.fact())).toList();
    }

    void await(Class<? extends Fact> kind, int count) {
        Eventually.until(
                () -> count + " " + kind.getSimpleName() + " in " + heard,
                () -> heard(kind).size() == count);
    }

    /** So many facts of this kind have happened, each of them with this fault's receipt alone. */
    void assertReceipts(String fault, Class<? extends Fact> kind, int count) {
        await(kind, count);
        assertThat(heard(kind))
                .extracting(Occurrence::faults)
                .containsOnly(List.of(Ids.fault(fault).orElseThrow()));
    }

    /** A client is served as by a gateway into which nothing was ever injected. */
    void assertServes() throws InterruptedException {
        Eventually.until(() -> "ready: " + figures().components(), () -> figures().ready());
        try (var client = welcomed("carol")) {
            assertThat(say(client, chat())).isEqualTo("agent_response");
        }
    }

    static String chat() {
        return "{\"type\":\"chat\",\"content\":\"hello\"}";
    }

    static String ping() {
        return "{\"type\":\"ping\"}";
    }

    /** The type of the answer, or the code of the error. */
    static String say(Client client, String frame) throws InterruptedException {
        client.send(frame);
        var answer = client.hear();
        var code = answer.at("/error/code").stringValue("");
        return code.isEmpty() ? answer.path("type").stringValue() : code;
    }

    @Override
    public void close() {
        running.close();
    }
}
