package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.routing.ClientGone;
import dev.gatescope.gateway.routing.RequestRefused;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Sessions lose their database. */
final class CutSession implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "session-cut",
                    Group.SESSION,
                    "Session cut",
                    "The connection to the database is broken off while a request uses it: the"
                            + " message fails with HANDLER_FAILED, scope errors rise, and routing"
                            + " success falls.",
                    List.of(),
                    List.of(
                            "sessions.scope_errors",
                            "success.routing",
                            "db_session_scope_errors_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnSession hook = (real, fault) -> new Cut(real, fault, surroundings.database());
        return List.of(hook);
    }

    private record Cut(Sessions real, ActiveFault fault, Database database)
            implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                RequestSessions request, long cause, Work<T> work) throws Exception {
            if (!fault.takesMessage(request.owner(), request.type())) {
                return real.inRequest(request, cause, work);
            }
            var hit = fault.hit(request.owner(), cause, "its connection to the database is cut.");
            try {
                return real.inRequest(
                        request,
                        hit,
                        session -> {
                            database.cut(session.sql().getConnection());
                            return work.with(session);
                        });
            } catch (RequestRefused | ClientGone e) {
                throw e;
            } catch (Exception e) {
                throw new InjectedFailure(hit, "the connection to the database was cut", e);
            }
        }
    }
}
