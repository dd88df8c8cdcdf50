package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.faults.FaultPlan;
import dev.gatescope.gateway.faults.FaultRefused;
import dev.gatescope.gateway.faults.InvalidFault;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.Page;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * The calls that inject faults, list and end them. Who injects or ends one has acted, by an event
 * that comes before what it causes; a renewal of a lease changes nothing and is none. Safe from any
 * thread.
 */
final class FaultCalls {
    private static final String JSON = "application/json";
    private static final String RENEW = "/renew";

    private final FaultPlan plan;
    private final LifecycleHub hub;
    private final JsonMapper json;

    FaultCalls(FaultPlan plan, LifecycleHub hub, JsonMapper json) {
        this.plan = plan;
        this.hub = hub;
        this.json = json;
    }

    /**
     * What can be done at a path, by method; nothing where there is no such path.
     *
     * @param path what follows {@code /faults}
     */
    Map<String, Answer> offered(String path, AdminRequest request, AdminAccess.Person person) {
        return switch (path) {
            case "" ->
                    Map.of(
                            "GET", () -> answer(200, list(request)),
                            "POST", () -> answer(201, inject(request, person)));
            case "/catalogue" ->
                    Map.of("GET", () -> answer(200, new Page<>(plan.catalogue(), null)));
            case "/stop-all" -> Map.of("POST", () -> stopAll(person));
            case "/allow" -> Map.of("POST", () -> allow(person));
            default ->
                    path.endsWith(RENEW)
                            ? Map.of("POST", () -> answer(200, renew(path, person)))
                            : Map.of("DELETE", () -> stop(path, person));
        };
    }

    private AdminResponse answer(int status, Object body) {
        return new AdminResponse(status, JSON, json.writeValueAsString(body), null);
    }

    private FaultList list(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var cursor = request.parameter("cursor");
        if (cursor != null && Ids.fault(cursor).isEmpty()) {
            throw AdminProblem.ofField("cursor", "cursor must be what the last page gave.");
        }
        var found =
                plan.list().stream()
                        .filter(fault -> cursor == null || fault.id().compareTo(cursor) < 0)
                        .limit(limit + 1L)
                        .toList();
        return found.size() <= limit
                ? new FaultList(found, plan.isAllowed())
                : new FaultList(
                        found.subList(0, limit), plan.isAllowed(), found.get(limit - 1).id());
    }

    private FaultInfo inject(AdminRequest request, AdminAccess.Person person) throws AdminProblem {
        person.mustCommand();
        try {
            plan.checkRoom();
            var body = new FaultBody(request.object(json));
            var asked = body.request();
            var accepted = plan.accept(asked, body.unknown());
            var acted = acted(person, "injects " + accepted.sentence(), asked.reason().strip());
            return accepted.begin(person.label(), acted);
        } catch (InvalidFault e) {
            throw AdminProblem.ofField(e.field(), e.sentence());
        } catch (FaultRefused e) {
            throw AdminProblem.of(
                    switch (e.why()) {
                        case FORBIDDEN -> 403;
                        case BLOCKED -> 409;
                        case TOO_MANY -> 429;
                    },
                    e.sentence());
        }
    }

    private AdminResponse stop(String path, AdminAccess.Person person) throws AdminProblem {
        person.mustCommand();
        var number = active(path.substring(1));
        var acted = acted(person, "stops " + path.substring(1), "");
        if (!plan.stop(number, person.label(), acted)) {
            throw notActive();
        }
        return AdminResponse.noContent();
    }

    private FaultInfo renew(String path, AdminAccess.Person person) throws AdminProblem {
        person.mustCommand();
        var id = path.substring(1, Math.max(1, path.length() - RENEW.length()));
        return plan.renew(active(id)).orElseThrow(FaultCalls::notActive);
    }

    private long active(String id) throws AdminProblem {
        var number = Ids.fault(id);
        if (number.isEmpty() || !plan.isActive(number.getAsLong())) {
            throw notActive();
        }
        return number.getAsLong();
    }

    private static AdminProblem notActive() {
        return AdminProblem.of(404, "No fault of that id is active.");
    }

    private AdminResponse stopAll(AdminAccess.Person person) throws AdminProblem {
        person.mustCommand();
        plan.stopAll(person.label(), acted(person, "stops all faults and blocks new ones", ""));
        return AdminResponse.noContent();
    }

    private AdminResponse allow(AdminAccess.Person person) throws AdminProblem {
        person.mustCommand();
        acted(person, "lets new faults in", "");
        plan.allow();
        return AdminResponse.noContent();
    }

    private long acted(AdminAccess.Person person, String what, String reason) {
        return hub.report(
                null,
                LifecycleHub.NONE,
                new OperationFact.OperatorActed(person.label(), what, reason));
    }
}
