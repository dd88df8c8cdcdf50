package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Connection;
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
            Connection owner, String type, long cause, Work<T> work) throws Exception {
        return around.now().inRequest(owner, type, cause, work);
    }

    @Override
    public void requestOver(Connection owner) {
        around.now().requestOver(owner);
    }

    @Override
    public void reclaim() {
        around.now().reclaim();
    }
}
