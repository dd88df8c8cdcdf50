package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.sessions.PatternSessions;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;
import dev.gatescope.gateway.sessions.SessionUnavailable;
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
        var table = new SessionTable(Map.of(), leftEarly);
        var worse = new PatternSessions(surroundings.sessions(), table, begun.started());
        Set<RequestSessions> left = ConcurrentHashMap.newKeySet();
        begun.whenEnded(() -> {
            worse.giveBack(begun.started());
            left.forEach(worse::requestOver); // which finds nobody to tell it any more
        });
        OnSession hook = (real, fault) -> new Leaking(real, fault, worse, left);
        return List.of(hook);
    }

    /**
     * @param left requests whose session has been left, and which are not over
     */
    private record Leaking(
            Sessions real, ActiveFault fault, PatternSessions worse, Set<RequestSessions> left)
            implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                RequestSessions request, long cause, Work<T> work) throws Exception {
            if (!fault.takesMessage(request.owner(), request.type())) {
                return real.inRequest(request, cause, work);
            }
            var hit = fault.hit(request.owner(), cause, "its session is left open.");
            try {
                return worse.inRequest(request, hit, work);
            } catch (SessionUnavailable e) {
                // What was left open before has used the pool up.
                throw new InjectedFailure(hit, "no database session in time", e);
            } finally {
                left.add(request);
                if (fault.isOver()) {
                    requestOver(request);
                }
            }
        }

        @Override
        public void requestOver(RequestSessions request) {
            real.requestOver(request);
            worse.requestOver(request);
            left.remove(request);
        }

        @Override
        public boolean reclaim(long session, long cause) {
            return worse.reclaim(session, cause) || real.reclaim(session, cause);
        }
    }
}
