package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

/** Sessions with what faults put around them. */
final class FaultySessions implements Sessions {
    private final Around<Hook.OnSession, Sessions> around;

    FaultySessions(Around<Hook.OnSession, Sessions> around) {
        this.around = around;
    }

    @Override
    public <T extends @Nullable Object> T inRequest(
            RequestSessions request, long cause, Work<T> work) throws Exception {
        return around.now().inRequest(request, cause, work);
    }

    @Override
    public void requestOver(RequestSessions request) {
        around.now().requestOver(request);
    }

    @Override
    public boolean reclaim(long session, long cause) {
        return around.now().reclaim(session, cause);
    }

    @Override
    public void giveBack(long cause) {
        around.now().giveBack(cause);
    }
}
