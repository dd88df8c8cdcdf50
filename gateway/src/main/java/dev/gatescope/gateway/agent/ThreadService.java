package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.routing.RequestRefused;
import dev.gatescope.gateway.sessions.Session;
import dev.gatescope.gateway.sessions.ThreadStore;
import dev.gatescope.gateway.sessions.ThreadStore.Role;
import dev.gatescope.gateway.sessions.ThreadStore.StoredMessage;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Threads as a user may use them: one's own, and no others. Safe from any thread. */
public final class ThreadService {
    private final ThreadStore store;

    public ThreadService(ThreadStore store) {
        this.store = store;
    }

    /**
     * The thread that a user writes to: the given one or a new one.
     *
     * @throws RequestRefused {@code THREAD_NOT_FOUND} where it is another user's
     */
    String forWriting(Session session, String user, @Nullable String thread) {
        return store.forWriting(session, user, thread).orElseThrow(ThreadService::notFound);
    }

    /**
     * The newest messages of a thread, oldest first.
     *
     * @throws RequestRefused {@code THREAD_NOT_FOUND} where there is none or it is another user's
     */
    List<StoredMessage> read(Session session, String user, String thread, int limit, long before) {
        if (!store.isOwnedBy(session, user, thread)) {
            throw notFound();
        }
        return store.latest(session, thread, limit, before);
    }

    /** Stores what a user said and what was answered. */
    void store(Session session, String thread, String said, String answered) {
        store.append(session, thread, Role.USER, said);
        store.append(session, thread, Role.AGENT, answered);
    }

    ThreadStore history() {
        return store;
    }

    private static RequestRefused notFound() {
        return new RequestRefused(ErrorCode.THREAD_NOT_FOUND, "You have no thread of that id.");
    }
}
