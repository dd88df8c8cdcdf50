package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.sessions.PatternSessions;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions are taken from a provider that is left too early, as was shipped. */
final class UnclosedSession implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "session-not-closed",
                    Group.SESSION,
                    "Session not closed",
                    "A request takes its session from a generator and leaves it with the first"
                        + " element: it is answered, its session is neither committed nor closed,"
                        + " and sessions leaked rises by one for each, until the end takes them"
                        + " back.",
                    List.of(),
                    List.of("sessions.leaked", "db_sessions_leaked"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var leftEarly =
                new SessionPattern(
                        SessionPattern.Provider.GENERATOR,
                        SessionPattern.Consumer.FOR_EARLY_RETURN);
        var worse =
                new PatternSessions(surroundings.sessions(), new SessionTable(Map.of(), leftEarly));
        Set<Connection> leaving = ConcurrentHashMap.newKeySet();
        begun.whenEnded(() -> {
            worse.reclaim();
            leaving.forEach(worse::requestOver); // which finds nobody to tell it any more
        });
        OnSession hook = (real, fault) -> new Leaking(real, fault, worse, leaving);
        return List.of(hook);
    }

    private record Leaking(
            Sessions real, ActiveFault fault, PatternSessions worse, Set<Connection> leaving)
            implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                Connection owner, String type, long cause, Work<T> work) throws Exception {
            if (!fault.takesMessage(owner, type)) {
                return real.inRequest(owner, type, cause, work);
            }
            var hit = fault.hit(owner, cause, "its session is left open.");
            leaving.add(owner);
            try {
                return worse.inRequest(owner, type, hit, work);
            } finally {
                if (fault.isOver()) {
                    worse.requestOver(owner);
                }
            }
        }

        @Override
        public void requestOver(Connection owner) {
            real.requestOver(owner);
            worse.requestOver(owner);
            leaving.remove(owner);
        }
    }
}
