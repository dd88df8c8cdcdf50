package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.faults.FaultPlan;
import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.journal.JournalUnavailable;
import dev.gatescope.gateway.leaks.LeakLedger;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.RefusedRequest;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Why;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The admin API: a path and a method to an answer. Everything comes from elsewhere; this only reads
 * requests and writes answers. Safe from any thread.
 */
public final class AdminApi {
    private static final Logger log = LoggerFactory.getLogger(AdminApi.class);
    private static final String JSON = "application/json";
    private static final String PREFIX = "/api/v1";
    private static final String CONNECTION = PREFIX + "/connections/";
    private static final String EVENT = PREFIX + "/events/";
    private static final String WHY = "/why";
    private static final String LEAK = PREFIX + "/leaks/";
    private static final String RECLAIM = "/reclaim";
    private static final String FAULTS = PREFIX + "/faults";
    private static final Duration USUAL_HISTORY = Duration.ofMinutes(10);

    /**
     * What the API shows.
     *
     * @param metrics the meters as Prometheus reads them
     * @param snapshot the figures of now that are wanted
     * @param history the points of the last while
     * @param why why an event happened; nothing where no record of it is left
     * @param problems errors of one root as one, with demo traffic's or without
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
            Function<FigureView, Snapshot> snapshot,
            Function<Duration, List<HistoryPoint>> history,
            Supplier<List<RefusedRequest>> refusedRequests,
            LongFunction<Optional<Why>> why,
            Function<Boolean, List<ProblemInfo>> problems) {}

    private final Sources sources;
    private final AdminAccess access;
    private final ConnectionList connections;
    private final EventList events;
    private final WhyList whys;
    private final LeakList leaks;
    private final Commands commands;
    private final FaultCalls faults;
    private final FaultPlan plan;
    private final EventJournal journal;
    private final Operations operations;
    private final InstantSource clock;
    private final JsonMapper json = AdminJson.mapper();

    public AdminApi(
            Sources sources,
            AdminAccess access,
            Connections connections,
            EventJournal journal,
            LeakLedger ledger,
            Operations operations,
            FaultPlan plan,
            LifecycleHub hub,
            InstantSource clock) {
        this.sources = sources;
        this.access = access;
        this.connections = new ConnectionList(connections, journal, clock);
        this.events = new EventList(journal);
        this.whys = new WhyList(sources.why(), sources.problems());
        this.leaks = new LeakList(ledger, clock);
        this.commands = new Commands(operations, connections, leaks, hub, json);
        this.faults = new FaultCalls(plan, hub, json);
        this.plan = plan;
        this.journal = journal;
        this.operations = operations;
        this.clock = clock;
    }

    /** Answers one request; problems are answers too. */
    public AdminResponse handle(AdminRequest request) {
        try {
            return respond(request, access.identify(request.authorization()));
        } catch (AdminProblem problem) {
            return answer(problem);
        } catch (JournalUnavailable e) {
            log.debug("The journal could not be read for {}", request.path(), e);
            return answer(AdminProblem.of(503, "The journal cannot be read now; try again later."));
        } catch (RuntimeException e) {
            log.error("No answer could be made for {} {}", request.method(), request.path(), e);
            return answer(AdminProblem.of(500, "The gateway could not answer; its log says why."));
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

    private AdminResponse respond(AdminRequest request, AdminAccess.Person person)
            throws AdminProblem {
        var offered = offered(request, person);
        if (offered.isEmpty()) {
            throw AdminProblem.of(404, "This gateway offers nothing at that path.");
        }
        var method = request.method().equals("HEAD") ? "GET" : request.method();
        var answer = offered.get(method);
        if (answer != null) {
            return answer.give();
        }
        var allowed = new TreeSet<>(offered.keySet());
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        var allow = String.join(", ", allowed);
        return method.equals("OPTIONS")
                ? AdminResponse.noContent().allowing(allow)
                : answer(AdminProblem.of(405, "This path knows " + allow + " only."))
                        .allowing(allow);
    }

    /** What can be done at a path, by method; nothing where there is no such path. */
    private Map<String, Answer> offered(AdminRequest request, AdminAccess.Person person) {
        var path = request.path();
        if (path.startsWith(CONNECTION)) {
            var id = path.substring(CONNECTION.length());
            return Map.of(
                    "GET", () -> ok(connections.one(id)),
                    "DELETE", () -> done(person, () -> commands.close(request, person, id)));
        }
        if (path.startsWith(EVENT)
                && path.endsWith(WHY)
                && path.length() > EVENT.length() + WHY.length()) {
            var id = path.substring(EVENT.length(), path.length() - WHY.length());
            return get(() -> ok(whys.of(id)));
        }
        if (path.startsWith(LEAK) && path.endsWith(RECLAIM)) {
            var id = path.substring(LEAK.length(), path.length() - RECLAIM.length());
            return Map.of("POST", () -> done(person, () -> commands.reclaim(person, id)));
        }
        if (path.equals(FAULTS) || path.startsWith(FAULTS + "/")) {
            return faults.offered(path.substring(FAULTS.length()), request, person);
        }
        return switch (path) {
            case "/metrics" -> get(this::metrics);
            case PREFIX, PREFIX + "/" -> get(() -> ok(info(person)));
            case PREFIX + "/snapshot" -> get(() -> ok(sources.snapshot().apply(request.view())));
            case PREFIX + "/connections" -> get(() -> ok(connections.page(request)));
            case PREFIX + "/events" -> get(() -> ok(events.page(request)));
            case PREFIX + "/problems" -> get(() -> ok(whys.page(request)));
            case PREFIX + "/leaks" -> get(() -> ok(leaks.page(request)));
            case PREFIX + "/refused-requests" ->
                    get(() -> ok(new Page<>(sources.refusedRequests().get(), null)));
            case PREFIX + "/history" -> get(() -> ok(new Page<>(history(request), null)));
            case PREFIX + "/openapi.json", "/openapi.json" ->
                    get(() -> new AdminResponse(200, JSON, openApi(), null));
            case PREFIX + "/marks" ->
                    Map.of("POST", () -> done(person, () -> commands.mark(request, person)));
            case PREFIX + "/flow" ->
                    Map.of("POST", () -> done(person, () -> commands.flow(request, person)));
            case PREFIX + "/demo" -> sources.demoOffered() ? demo(request, person) : Map.of();
            default -> Map.of();
        };
    }

    private static Map<String, Answer> get(Answer answer) {
        return Map.of("GET", answer);
    }

    private interface Command {
        void execute() throws AdminProblem;
    }

    private static AdminResponse done(AdminAccess.Person person, Command command)
            throws AdminProblem {
        person.mustCommand();
        command.execute();
        return AdminResponse.noContent();
    }

    private AdminResponse ok(Object body) {
        return new AdminResponse(200, JSON, json.writeValueAsString(body), null);
    }

    private AdminResponse metrics() {
        return new AdminResponse(
                200, "text/plain; version=0.0.4; charset=utf-8", sources.metrics().get(), null);
    }

    private record DemoState(boolean running) {}

    private Map<String, Answer> demo(AdminRequest request, AdminAccess.Person person) {
        Answer state = () -> ok(new DemoState(operations.demoRuns()));
        return Map.of(
                "GET",
                state,
                "POST",
                () -> {
                    done(person, () -> commands.demo(request, person));
                    return state.give();
                });
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
                                Capability.FLOW,
                                Capability.HISTORY,
                                Capability.REFUSED_REQUESTS,
                                Capability.WHY,
                                Capability.PROBLEMS,
                                Capability.LEAKS));
        if (sources.demoOffered()) {
            capabilities.add(Capability.DEMO);
        }
        if (plan.isPermitted()) {
            capabilities.add(Capability.FAULTS);
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

    private List<HistoryPoint> history(AdminRequest request) throws AdminProblem {
        var last = Parameters.duration(request, "last");
        var since = Parameters.instant(request, "since");
        if (since.isEmpty()) {
            return sources.history().apply(last == null ? USUAL_HISTORY : last);
        }
        var until = Parameters.instant(request, "until").orElse(Long.MAX_VALUE);
        return journal.minutes(since.getAsLong(), until);
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
