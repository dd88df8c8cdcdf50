package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Commits do nothing. */
final class LostCommit implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "session-commit-lost",
                    Group.SESSION,
                    "Commit lost",
                    "The client is answered, and what it said is not in the database: the session"
                        + " is committed with nothing in it, sessions opened rises, and the thread"
                        + " that the answer names is not found.",
                    List.of(),
                    List.of("sessions.opened", "routing.refused"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnSession hook = Forgetful::new;
        return List.of(hook);
    }

    private record Forgetful(Sessions real, ActiveFault fault) implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                RequestSessions request, long cause, Work<T> work) throws Exception {
            if (!fault.takesMessage(request.owner(), request.type())) {
                return real.inRequest(request, cause, work);
            }
            fault.hit(request.owner(), cause, "its commit is lost.");
            return real.inRequest(
                    request,
                    cause,
                    session -> {
                        var result = work.with(session);
                        session.sql().rollback();
                        return result;
                    });
        }
    }
}
