package dev.gatescope.gateway.sessions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * A provider in the shape of a generator: a sequence of one session. What stands behind the yield,
 * commit and close, runs when somebody asks for a second element; one who leaves early never does.
 */
final class SessionGenerator implements Iterable<Session> {
    private final Supplier<OpenSession> opening;
    private final List<OpenSession> suspended = new ArrayList<>(1);

    SessionGenerator(Supplier<OpenSession> opening) {
        this.opening = opening;
    }

    @Override
    public Iterator<Session> iterator() {
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                if (!begun) {
                    return true;
                }
                resume();
                return false;
            }

            @Override
            public Session next() {
                if (begun) {
                    throw new NoSuchElementException();
                }
                begun = true;
                var session = opening.get();
                suspended.add(session);
                return session;
            }
        };
    }

    private void resume() {
        while (!suspended.isEmpty()) {
            try (var session = suspended.removeLast()) {
                session.commit();
            }
        }
    }

    /** Whoever drives it tells it of a failure, so that its end is run all the same. */
    void fail(Throwable because) {
        while (!suspended.isEmpty()) {
            try (var session = suspended.removeLast()) {
                session.rollBack(because);
            }
        }
    }
}
