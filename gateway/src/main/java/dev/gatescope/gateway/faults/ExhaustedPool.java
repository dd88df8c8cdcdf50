package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.SessionUnavailable;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** Somebody else holds the connections of the pool. */
final class ExhaustedPool implements FaultKind {
    private static final Description DESCRIPTION =
            new Description(
                    "session-pool-exhausted",
                    Group.SESSION,
                    "Session pool exhausted",
                    "Connections of the pool are held until the end: where none is left, requests"
                            + " wait in vain for a session, fail with HANDLER_FAILED, scope errors"
                            + " rise and routing success falls.",
                    List.of(
                            Parameter.count(
                                    "connections", 40, 1, 1_000, "held, as many as there are")),
                    List.of(
                            "sessions.scope_errors",
                            "success.routing",
                            "db_session_scope_errors_total"),
                    Set.of(),
                    true,
                    false);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var held = new HeldConnections(surroundings.database(), arguments.whole("connections"));
        held.take();
        begun.whenEnded(held::close);
        OnSession hook = (real, fault) -> new Waiting(real, fault, surroundings.database());
        return List.of(hook);
    }

    private record Waiting(Sessions real, ActiveFault fault, Database database)
            implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                RequestSessions request, long cause, Work<T> work) throws Exception {
            if (!database.isExhausted() || !fault.takesMessage(request.owner(), request.type())) {
                return real.inRequest(request, cause, work);
            }
            var hit = fault.hit(request.owner(), cause, "no connection of the pool is left.");
            try {
                return real.inRequest(request, hit, work);
            } catch (SessionUnavailable e) {
                throw new InjectedFailure(hit, "no database session in time", e);
            }
        }
    }
}
