package dev.gatescope.gateway.sessions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Sessions by the patterns of a code base that mixes two: each provider is right for one kind of
 * consumer and wrong for the other, and only running it tells. Whatever goes wrong here goes wrong
 * by itself: a cast that fails, an iteration that is never finished.
 */
public final class PatternSessions implements Sessions {
    private final SessionFactory factory;
    private final SessionTable table;
    private final long property;
    private final OverdueSessions overdue;

    /**
     * @param table which message type uses which pattern
     * @param property the event that says that this flow mixes patterns
     */
    public PatternSessions(SessionFactory factory, SessionTable table, long property) {
        this.factory = factory;
        this.table = table;
        this.property = property;
        this.overdue = new OverdueSessions(property);
    }

    @Override
    public <T extends @Nullable Object> T inRequest(
            RequestSessions request, long cause, Work<T> work) throws Exception {
        var pattern = table.of(request.type());
        var provided = provided(pattern.provider(), request, cause, work);
        try {
            return switch (pattern.consumer()) {
                case WITH -> with(provided, work);
                case FOR_EARLY_RETURN -> forEarlyReturn(provided, work);
                case FOR_EXHAUST -> forExhaust(provided, work);
                case INJECT -> inject(provided, work);
            };
        } catch (PatternMismatch mismatch) {
            throw factory.mismatched(request.owner(), cause, mismatch, property);
        }
    }

    /** Whatever its shape, the type says nothing: that is how the mix could be written at all. */
    private Object provided(
            SessionPattern.Provider provider, RequestSessions request, long cause, Work<?> work) {
        Supplier<OpenSession> opening = () -> factory.open(request, cause, overdue, work);
        return switch (provider) {
            case GENERATOR -> new SessionGenerator(opening);
            case CONTEXT -> new SessionContext(opening);
        };
    }

    private static <T extends @Nullable Object> T with(Object provided, Work<T> work)
            throws Exception {
        try (var context = (SessionContext) asScope(provided)) {
            var session = context.enter();
            try {
                return work.with(session);
            } catch (Exception | Error e) {
                context.failed(e);
                throw e;
            }
        }
    }

    private static AutoCloseable asScope(Object provided) {
        try {
            return (AutoCloseable) provided;
        } catch (ClassCastException e) {
            throw new PatternMismatch(
                    "'async_generator' object does not support the asynchronous context manager"
                            + " protocol",
                    e);
        }
    }

    private static <T extends @Nullable Object> T forEarlyReturn(Object provided, Work<T> work)
            throws Exception {
        for (var session : asSequence(provided)) {
            return work.with((Session) session);
        }
        throw new IllegalStateException("a provider gives one session");
    }

    private static <T extends @Nullable Object> T forExhaust(Object provided, Work<T> work)
            throws Exception {
        var results = new ArrayList<T>(1);
        for (var session : asSequence(provided)) {
            results.add(work.with((Session) session));
        }
        return results.getFirst();
    }

    private static Iterable<?> asSequence(Object provided) {
        try {
            return (Iterable<?>) provided;
        } catch (ClassCastException e) {
            throw new PatternMismatch(
                    "'async for' requires an object with __aiter__ method, got"
                            + " _AsyncGeneratorContextManager",
                    e);
        }
    }

    /** A framework finishes every generator, and hands over whatever else it gets as it is. */
    private static <T extends @Nullable Object> T inject(Object provided, Work<T> work)
            throws Exception {
        return provided instanceof SessionGenerator generator
                ? driven(generator, work)
                : use(provided, work);
    }

    private static <T extends @Nullable Object> T driven(SessionGenerator generator, Work<T> work)
            throws Exception {
        try {
            return forExhaust(generator, work);
        } catch (Exception | Error e) {
            generator.fail(e);
            throw e;
        }
    }

    private static <T extends @Nullable Object> T use(Object provided, Work<T> work)
            throws Exception {
        Session session;
        try {
            session = (Session) provided;
        } catch (ClassCastException e) {
            throw new PatternMismatch(
                    "'_AsyncGeneratorContextManager' object has no attribute 'execute'", e);
        }
        return work.with(session);
    }

    @Override
    public void requestOver(RequestSessions request) {
        overdue.requestOver(request);
    }

    @Override
    public boolean reclaim(long session, long cause) {
        return overdue.reclaim(session, cause);
    }

    @Override
    public void giveBack(long cause) {
        overdue.giveBack(cause);
    }
}
