package dev.gatescope.gateway.sessions;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The conversations: threads of messages, each owned by the user who first wrote to it. Every
 * method works within the session it is given. Safe from any thread.
 */
public final class ThreadStore {
    /** Who said a message. */
    public enum Role {
        USER,
        AGENT;

        /** The word on the wire. */
        public String word() {
            return this == USER ? "user" : "agent";
        }
    }

    /** A message as it is stored. */
    public record StoredMessage(long id, Role role, String content, Instant at) {}

    private static final int MAX_THREAD_ID = 128;
    private final InstantSource clock;

    public ThreadStore(InstantSource clock) {
        this.clock = clock;
    }

    /** A new thread of this user. */
    public String create(Session session, String user) {
        var id = "thread_" + UUID.randomUUID();
        insertThread(session, id, user);
        return id;
    }

    /**
     * The thread to write to: the given one, which becomes the user's if it does not exist, or a
     * new one.
     *
     * @return empty where the thread is another user's
     */
    public Optional<String> forWriting(Session session, String user, @Nullable String thread) {
        if (thread == null) {
            return Optional.of(create(session, user));
        }
        if (!isAcceptable(thread)) {
            return Optional.empty();
        }
        var owner = owner(session, thread);
        if (owner.isEmpty()) {
            owner = claim(session, user, thread);
        }
        return owner.filter(user::equals).map(_ -> thread);
    }

    /** Two clients may write to a new thread at once: the first one owns it. */
    private Optional<String> claim(Session session, String user, String thread) {
        try {
            insertThread(session, thread, user);
            return Optional.of(user);
        } catch (UnableToExecuteStatementException e) {
            var owner = owner(session, thread);
            if (owner.isEmpty()) {
                throw e;
            }
            return owner;
        }
    }

    /** Whether a thread exists and is this user's. */
    public boolean isOwnedBy(Session session, String user, String thread) {
        return isAcceptable(thread) && owner(session, thread).filter(user::equals).isPresent();
    }

    private static boolean isAcceptable(String thread) {
        return !thread.isEmpty() && thread.length() <= MAX_THREAD_ID;
    }

    private static Optional<String> owner(Session session, String thread) {
        return session.sql()
                .createQuery("SELECT owner FROM thread WHERE id = :id")
                .bind("id", thread)
                .mapTo(String.class)
                .findOne();
    }

    private void insertThread(Session session, String thread, String user) {
        session.sql()
                .createUpdate(
                        "INSERT INTO thread (id, owner, created_at) VALUES (:id, :owner, :at)")
                .bind("id", thread)
                .bind("owner", user)
                .bind("at", clock.millis())
                .execute();
    }

    /** Adds a message to a thread that the caller may write to. */
    public void append(Session session, String thread, Role role, String content) {
        session.sql()
                .createUpdate(
                        "INSERT INTO message (thread_id, role, content, created_at)"
                                + " VALUES (:thread, :role, :content, :at)")
                .bind("thread", thread)
                .bind("role", role.word())
                .bind("content", content)
                .bind("at", clock.millis())
                .execute();
    }

    /**
     * The newest messages of a thread, oldest first.
     *
     * @param before only messages with a smaller id; 0 for no bound
     */
    public List<StoredMessage> latest(Session session, String thread, int limit, long before) {
        var newestFirst =
                session.sql()
                        .createQuery(
                                "SELECT id, role, content, created_at FROM message WHERE thread_id"
                                        + " = :thread AND (:before = 0 OR id < :before) ORDER BY id"
                                        + " DESC LIMIT :limit")
                        .bind("thread", thread)
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((row, _) ->
                                new StoredMessage(
                                        row.getLong("id"),
                                        row.getString("role").equals(Role.USER.word())
                                                ? Role.USER
                                                : Role.AGENT,
                                        row.getString("content"),
                                        Instant.ofEpochMilli(row.getLong("created_at"))))
                        .list();
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** How many messages a thread has. */
    public long count(Session session, String thread) {
        return session.sql()
                .createQuery("SELECT COUNT(*) FROM message WHERE thread_id = :thread")
                .bind("thread", thread)
                .mapTo(Long.class)
                .one();
    }

    /** The messages of a thread that contain these words, newest first. */
    public List<String> search(Session session, String thread, String words, int limit) {
        return session.sql()
                .createQuery(
                        "SELECT content FROM message WHERE thread_id = :thread AND role = 'user'"
                                + " AND LOCATE(LOWER(:words), LOWER(content)) > 0"
                                + " ORDER BY id DESC LIMIT :limit")
                .bind("thread", thread)
                .bind("words", words)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
