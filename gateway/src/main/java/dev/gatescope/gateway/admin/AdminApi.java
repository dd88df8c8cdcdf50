package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.journal.EventFilter;
import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.RefusedRequest;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.protocol.CloseCode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The admin API: a path and a method to an answer. Everything comes from elsewhere; this only reads
 * requests and writes answers. Safe from any thread.
 */
public final class AdminApi {
    private static final String JSON = "application/json";
    private static final String PREFIX = "/api/v1";
    private static final int MOST_REASON_BYTES = 123;
    private static final int MOST_LABEL = 200;

    /**
     * What the API shows.
     *
     * @param metrics the meters as Prometheus reads them
     * @param snapshot the figures of now, with demo traffic or without
     * @param history the points of the last while
     */
    public record Sources(
            String version,
            String name,
            String env,
            Supplier<String> flow,
            Instant startedAt,
            boolean framesKept,
            boolean demoOffered,
            Supplier<String> metrics,
            Function<Boolean, Snapshot> snapshot,
            Function<Duration, List<HistoryPoint>> history,
            Supplier<List<RefusedRequest>> refusedRequests) {}

    private final Sources sources;
    private final AdminAccess access;
    private final ConnectionList connections;
    private final EventJournal journal;
    private final Operations operations;
    private final LifecycleHub hub;
    private final InstantSource clock;
    private final JsonMapper json = AdminJson.mapper();

    public AdminApi(
            Sources sources,
            AdminAccess access,
            Connections connections,
            EventJournal journal,
            Operations operations,
            LifecycleHub hub,
            InstantSource clock) {
        this.sources = sources;
        this.access = access;
        this.connections = new ConnectionList(connections, journal, clock);
        this.journal = journal;
        this.operations = operations;
        this.hub = hub;
        this.clock = clock;
    }

    /** Answers one request; problems are answers too. */
    public AdminResponse handle(AdminRequest request) {
        try {
            var person = access.identify(request.authorization());
            return route(request, person);
        } catch (AdminProblem problem) {
            return answer(problem);
        }
    }

    /** A problem as an answer. */
    public AdminResponse answer(AdminProblem problem) {
        return new AdminResponse(
                problem.status(),
                "application/problem+json",
                json.writeValueAsString(problem.body()),
                null);
    }

    private AdminResponse route(AdminRequest request, AdminAccess.Person person)
            throws AdminProblem {
        var path = request.path();
        if (path.startsWith(PREFIX + "/connections/")) {
            var id = path.substring((PREFIX + "/connections/").length());
            return switch (request.method()) {
                case "GET", "HEAD" -> ok(connections.one(id));
                case "DELETE" -> close(request, person, id);
                default -> notAllowed("GET, DELETE");
            };
        }
        return switch (path) {
            case "/metrics" ->
                    read(
                            request,
                            () ->
                                    new AdminResponse(
                                            200,
                                            "text/plain; version=0.0.4; charset=utf-8",
                                            sources.metrics().get(),
                                            null));
            case PREFIX, PREFIX + "/" -> read(request, () -> ok(info(person)));
            case PREFIX + "/snapshot" ->
                    read(request, () -> ok(sources.snapshot().apply(request.withDemo())));
            case PREFIX + "/connections" -> read(request, () -> ok(connections.page(request)));
            case PREFIX + "/events" -> read(request, () -> ok(events(request)));
            case PREFIX + "/refused-requests" ->
                    read(request, () -> ok(new Page<>(sources.refusedRequests().get(), null)));
            case PREFIX + "/history" -> read(request, () -> ok(new Page<>(history(request), null)));
            case PREFIX + "/openapi.json", "/openapi.json" ->
                    read(request, () -> new AdminResponse(200, JSON, openApi(), null));
            case PREFIX + "/marks" -> command(request, person, () -> mark(request, person));
            case PREFIX + "/demo" ->
                    isRead(request)
                            ? ok(new DemoState(operations.demoRuns()))
                            : command(request, person, () -> demo(request, person));
            default -> throw AdminProblem.of(404, "This gateway offers nothing at that path.");
        };
    }

    private record DemoState(boolean running) {}

    private interface Answer {
        AdminResponse give() throws AdminProblem;
    }

    private static boolean isRead(AdminRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private AdminResponse read(AdminRequest request, Answer answer) throws AdminProblem {
        return isRead(request) ? answer.give() : notAllowed("GET");
    }

    private AdminResponse command(AdminRequest request, AdminAccess.Person person, Answer answer)
            throws AdminProblem {
        if (!request.method().equals("POST")) {
            return notAllowed("POST");
        }
        mustBeOperator(person);
        return answer.give();
    }

    private static void mustBeOperator(AdminAccess.Person person) throws AdminProblem {
        if (!person.operator()) {
            throw AdminProblem.of(403, "A viewer may not do this; it takes an operator's token.");
        }
    }

    private AdminResponse notAllowed(String allow) {
        var problem = answer(AdminProblem.of(405, "This path knows " + allow + " only."));
        return new AdminResponse(problem.status(), problem.contentType(), problem.content(), allow);
    }

    private AdminResponse ok(Object body) {
        return new AdminResponse(200, JSON, json.writeValueAsString(body), null);
    }

    private ServerInfo info(AdminAccess.Person person) {
        var capabilities =
                new ArrayList<>(
                        List.of(
                                Capability.SNAPSHOT,
                                Capability.CONNECTIONS,
                                Capability.EVENTS,
                                Capability.STREAM,
                                Capability.MARKS,
                                Capability.HISTORY,
                                Capability.REFUSED_REQUESTS));
        if (sources.demoOffered()) {
            capabilities.add(Capability.DEMO);
        }
        if (sources.framesKept()) {
            capabilities.add(Capability.FRAMES);
        }
        return new ServerInfo(
                sources.version(),
                1,
                sources.name(),
                sources.env(),
                sources.flow().get(),
                person.role(),
                sources.startedAt(),
                clock.instant(),
                capabilities);
    }

    private Page<Event> events(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var type = request.parameter("type");
        var after = Parameters.event(request, "after");
        var cursor = Parameters.event(request, "cursor");
        var forward = after.isPresent();
        var filter =
                new EventFilter(
                        type == null ? List.of() : List.of(type.split(",", -1)),
                        Parameters.connection(request, "connection"),
                        request.parameter("user"),
                        Parameters.severity(request),
                        Parameters.instant(request, "since"),
                        Parameters.instant(request, "until"),
                        forward && cursor.isPresent() ? cursor : after,
                        forward ? OptionalLong.empty() : cursor,
                        request.withDemo(),
                        limit + 1);
        var found = journal.events(filter);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, items.getLast().id());
    }

    private List<HistoryPoint> history(AdminRequest request) throws AdminProblem {
        var last = Parameters.duration(request, "last");
        var since = Parameters.instant(request, "since");
        if (since.isEmpty()) {
            return sources.history().apply(last == null ? Duration.ofMinutes(10) : last);
        }
        var until = Parameters.instant(request, "until").orElse(Long.MAX_VALUE);
        return journal.minutes(since.getAsLong(), until);
    }

    private AdminResponse close(AdminRequest request, AdminAccess.Person person, String id)
            throws AdminProblem {
        mustBeOperator(person);
        var code = closeCode(request);
        var given = request.parameter("reason");
        var reason = given == null ? "closed by an operator" : given;
        if (reason.getBytes(StandardCharsets.UTF_8).length > MOST_REASON_BYTES) {
            throw AdminProblem.ofField(
                    "reason", "reason must not be longer than " + MOST_REASON_BYTES + " bytes.");
        }
        var number = Ids.connection(id);
        if (number.isEmpty() || !operations.close(number.getAsLong(), code, reason)) {
            throw AdminProblem.of(404, "No connection of that id is open.");
        }
        acted(person, "closed " + id + " with " + code, reason);
        return AdminResponse.noContent();
    }

    private static int closeCode(AdminRequest request) throws AdminProblem {
        var text = request.parameter("code");
        if (text == null) {
            return CloseCode.NORMAL.code();
        }
        try {
            var code = Integer.parseInt(text);
            if (CloseCode.operatorMaySend(code)) {
                return code;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw AdminProblem.ofField("code", "code must be 1000 or a number from 3000 to 4999.");
    }

    private AdminResponse mark(AdminRequest request, AdminAccess.Person person)
            throws AdminProblem {
        var label = body(request).path("label");
        if (!label.isString()
                || label.stringValue().isBlank()
                || label.stringValue().length() > MOST_LABEL) {
            throw AdminProblem.ofField(
                    "label", "label must be a text of 1 to " + MOST_LABEL + " characters.");
        }
        hub.report(
                null,
                LifecycleHub.NONE,
                new OperationFact.MarkSet(person.label(), label.stringValue().strip()));
        return AdminResponse.noContent();
    }

    private AdminResponse demo(AdminRequest request, AdminAccess.Person person)
            throws AdminProblem {
        if (!sources.demoOffered()) {
            throw AdminProblem.of(404, "This gateway cannot make demo traffic.");
        }
        var running = body(request).path("running");
        if (!running.isBoolean()) {
            throw AdminProblem.ofField("running", "running must be true or false.");
        }
        operations.runDemo(running.booleanValue());
        acted(person, "switched demo traffic " + (running.booleanValue() ? "on" : "off"), "");
        return ok(new DemoState(operations.demoRuns()));
    }

    private void acted(AdminAccess.Person person, String what, String reason) {
        hub.report(
                null,
                LifecycleHub.NONE,
                new OperationFact.OperatorActed(person.label(), what, reason));
    }

    private JsonNode body(AdminRequest request) throws AdminProblem {
        try {
            var body = json.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw AdminProblem.of(400, "The body must be a JSON object.");
    }

    private static String openApi() {
        try (var file = AdminApi.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is part of the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
