package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.RefusedRequest;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway behind its admin port. An embedded gateway is watched through its port too: there is
 * one way from a gateway to the screen. Safe from any thread.
 */
public final class RemoteGateway implements GatewayControl {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final AdminAddress address;
    private final AdminCalls calls;
    private final RemoteFaults faults;
    private final Patience patience;

    private Counted counted = Counted.ALL;
    private @Nullable StreamWatch watch;

    /**
     * A gateway; nothing is sent before the first call.
     *
     * @param admin the URL of its admin port
     * @param token the bearer token to present, where the gateway wants one
     */
    public RemoteGateway(URI admin, @Nullable String token) {
        this(admin, token, Patience.USUAL);
    }

    RemoteGateway(URI admin, @Nullable String token, Patience patience) {
        this.address = new AdminAddress(admin, token);
        this.calls = new AdminCalls(client, address);
        this.faults = new RemoteFaults(calls, address);
        this.patience = patience;
    }

    @Override
    public synchronized void observe(Observer observer) {
        if (watch != null) {
            throw new IllegalStateException("This gateway is observed already.");
        }
        watch = new StreamWatch(client, address, observer, patience, counted);
        watch.start();
    }

    @Override
    public synchronized void includeDemo(boolean included) {
        count(new Counted(included, counted.injected()));
    }

    @Override
    public synchronized void includeInjected(boolean included) {
        count(new Counted(counted.demo(), included));
    }

    @Override
    public CompletableFuture<ConnectionInfo> connection(String id) {
        return calls.get(connectionUri(id, Map.of()), ConnectionInfo.class);
    }

    @Override
    public CompletableFuture<Page<Event>> events(EventQuery query) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("type", query.type());
        parameters.put("connection", query.connection());
        parameters.put("user", query.user());
        parameters.put("severity", query.severity());
        parameters.put("limit", String.valueOf(query.limit()));
        parameters.put("cursor", query.cursor());
        return calls.getPage(address.http("/events", parameters), Event.class);
    }

    @Override
    public CompletableFuture<List<RefusedRequest>> refusedRequests() {
        return calls.getPage(address.http("/refused-requests"), RefusedRequest.class)
                .thenApply(Page::items);
    }

    @Override
    public CompletableFuture<List<HistoryPoint>> history(Duration last) {
        return calls.getPage(
                        address.http("/history", Map.of("last", last.toString())),
                        HistoryPoint.class)
                .thenApply(Page::items);
    }

    @Override
    public CompletableFuture<@Nullable Void> close(String connection, int code, String reason) {
        Map<String, @Nullable String> how = new LinkedHashMap<>();
        how.put("code", String.valueOf(code));
        how.put("reason", reason);
        return calls.delete(connectionUri(connection, how));
    }

    @Override
    public CompletableFuture<Boolean> demoRuns() {
        return calls.get(address.http("/demo"), DemoState.class).thenApply(DemoState::running);
    }

    @Override
    public CompletableFuture<@Nullable Void> runDemo(boolean running) {
        return calls.post(address.http("/demo"), Map.of("running", running));
    }

    @Override
    public CompletableFuture<@Nullable Void> mark(String label) {
        return calls.post(address.http("/marks"), Map.of("label", label));
    }

    @Override
    public CompletableFuture<@Nullable Void> changeFlow(String name) {
        return calls.post(address.http("/flow"), Map.of("flow", name));
    }

    @Override
    public Diagnosis diagnosis() {
        return new RemoteDiagnosis(calls, address);
    }

    @Override
    public FaultControl faults() {
        return faults;
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
        client.shutdownNow();
    }

    private record DemoState(boolean running) {}

    private void count(Counted what) {
        counted = what;
        if (watch != null) {
            watch.count(what);
        }
    }

    private URI connectionUri(String id, Map<String, @Nullable String> query) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return address.http("/connections/" + segment, query);
    }
}
