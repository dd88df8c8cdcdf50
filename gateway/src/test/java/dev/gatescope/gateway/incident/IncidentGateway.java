package dev.gatescope.gateway.incident;

import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.flow.FlowName;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A gateway on some flow, of which every fact is heard; it may leave things behind. */
final class IncidentGateway implements AutoCloseable {
    private static final Secret SECRET = Secret.of("the secret of these tests is long enough");

    private static final JsonMapper JSON = AdminJson.mapper();

    private final List<Occurrence> heard = new CopyOnWriteArrayList<>();
    private final TokenIssuer tokens = new TokenIssuer(SECRET, null, null, Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Gateway gateway;

    private IncidentGateway(FlowName flow, Consumer<GatewayConfigBuilder> changes)
            throws Exception {
        var config =
                GatewayConfig.builder()
                        .flow(flow.text())
                        .tokens(new TokenRules(new TokenRules.Keys.OfSecret(SECRET), null, null))
                        .observer(heard::add);
        changes.accept(config);
        gateway = Gateway.prepare(config.build());
    }

    /** A gateway that serves. */
    static IncidentGateway start(FlowName flow, Consumer<GatewayConfigBuilder> changes)
            throws Exception {
        var gateway = new IncidentGateway(flow, changes);
        gateway.listen();
        gateway.gateway.awaitStarted();
        return gateway;
    }

    /** A gateway whose start can still be held back. */
    static IncidentGateway prepare(FlowName flow) throws Exception {
        return new IncidentGateway(flow, _ -> {});
    }

    Startup startup() {
        return gateway.startup();
    }

    void listen() throws Exception {
        gateway.listen();
    }

    Gateway gateway() {
        return gateway;
    }

    URI uri() {
        return gateway.clientUri();
    }

    String authorization(String user) {
        return "Bearer " + tokens.issue(user, Duration.ofMinutes(5));
    }

    /** A client whose upgrade is complete. */
    Client connect(String user) {
        return Client.connect(http, uri(), Map.of("Authorization", authorization(user)));
    }

    /** A client that has heard the welcome. */
    Client welcomed(String user) throws InterruptedException {
        var client = connect(user);
        client.hear("connection_established");
        return client;
    }

    /** A frame that brings a token. */
    String firstFrame(String user) {
        var token = tokens.issue(user, Duration.ofMinutes(5));
        return "{\"type\":\"authenticate\",\"token\":\"" + token + "\"}";
    }

    /** A client by hand that has asked for the upgrade. */
    RawSocket asks(String user) throws IOException {
        return asksWith("Authorization: " + authorization(user));
    }

    /** A client by hand that has asked for the upgrade with this header. */
    RawSocket asksWith(String header) throws IOException {
        var socket = new RawSocket(uri());
        socket.requestUpgrade(header);
        return socket;
    }

    /** Everything of this kind that has happened. */
    <F extends Fact> List<F> facts(Class<F> kind) {
        return occurrences(kind).map(one -> kind.cast(one.fact())).toList();
    }

    /** Waits until the phase of this component has begun. */
    void awaitStarting(ComponentName component) {
        await(
                ComponentFact.Starting.class,
                one ->
                        one.fact() instanceof ComponentFact.Starting starting
                                && starting.name().equals(component.word()));
    }

    /** Waits until a fact of this kind has happened to this user. */
    void await(Class<? extends Fact> kind, String user) {
        await(kind, one -> user.equals(one.user()));
    }

    /** Waits until such a fact of this kind has happened. */
    void await(Class<? extends Fact> kind, Predicate<Occurrence> which) {
        Eventually.until(
                () -> kind.getSimpleName() + " in " + heard,
                () -> occurrences(kind).anyMatch(which));
    }

    Stream<Occurrence> occurrences(Class<? extends Fact> kind) {
        return heard.stream().filter(one -> kind.isInstance(one.fact()));
    }

    /** The last thing of this kind that has happened. */
    Occurrence last(Class<? extends Fact> kind) {
        return occurrences(kind).reduce((_, later) -> later).orElseThrow();
    }

    /** Why the last thing of this kind happened, as the admin API tells. */
    Why why(Class<? extends Fact> kind) throws Exception {
        return why(Ids.eventText(last(kind).id()));
    }

    /** Why an event happened, as the admin API tells. */
    Why why(String event) throws Exception {
        return JSON.readValue(get("/api/v1/events/" + event + "/why"), Why.class);
    }

    /** The problems, as the admin API tells. */
    List<ProblemInfo> problems() throws Exception {
        var type = JSON.getTypeFactory().constructParametricType(Page.class, ProblemInfo.class);
        Page<ProblemInfo> page = JSON.readValue(get("/api/v1/problems"), type);
        return page.items();
    }

    private String get(String path) throws Exception {
        return admin("GET", path, "").body();
    }

    /** What the admin API answers. */
    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(gateway.adminUri().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    Snapshot figures() {
        return gateway.snapshot(true);
    }

    /** Asks the admin API, as whoever has this token. */
    HttpResponse<String> adminAs(String token, String method, String path) throws Exception {
        var request =
                HttpRequest.newBuilder(gateway.adminUri().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until every connection is over. */
    void awaitNoneOpen() {
        Eventually.until(
                () -> "nobody is connected: " + figures().connections(),
                () -> figures().connections().active() == 0);
    }

    @Override
    public void close() {
        http.shutdownNow();
        gateway.close();
    }
}
