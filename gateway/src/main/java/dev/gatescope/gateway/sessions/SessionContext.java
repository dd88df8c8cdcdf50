package dev.gatescope.gateway.sessions;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A provider in the shape of a scope: entering begins a session, leaving commits and closes it. */
final class SessionContext implements AutoCloseable {
    private final Supplier<OpenSession> opening;
    private @Nullable OpenSession session;
    private @Nullable Throwable failure;

    SessionContext(Supplier<OpenSession> opening) {
        this.opening = opening;
    }

    Session enter() {
        var opened = opening.get();
        session = opened;
        return opened;
    }

    /** The block is left by an exception, so that nothing is committed. */
    void failed(Throwable because) {
        failure = because;
    }

    @Override
    public void close() {
        var open = session;
        if (open == null) {
            return;
        }
        try (open) {
            var because = failure;
            if (because == null) {
                open.commit();
            } else {
                open.rollBack(because);
            }
        }
    }
}
