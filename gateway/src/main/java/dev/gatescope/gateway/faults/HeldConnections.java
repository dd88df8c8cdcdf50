package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.sessions.Database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Connections of the pool that are taken, as they become free, and held. */
final class HeldConnections implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HeldConnections.class);

    private static final long PATIENCE_MILLIS = 1_000;

    private final Database database;
    private final long most;
    private final List<Connection> held = new ArrayList<>();
    private final CountDownLatch taken = new CountDownLatch(1);
    private boolean closed;

    /**
     * @param most how many are held, unless the pool has fewer
     */
    HeldConnections(Database database, long most) {
        this.database = database;
        this.most = most;
    }

    /** Takes them, on a thread of its own. */
    void take() {
        var _ = Thread.ofVirtual().name("held connections").start(this::takeAll);
    }

    private void takeAll() {
        var wanted = Math.min(most, database.poolSize());
        while (wantsMore(wanted)) {
            try {
                hold(database.connection());
            } catch (SQLException e) {
                log.debug("No connection of the pool is free to be held", e);
            }
        }
        taken.countDown();
    }

    /**
     * Returns once they are taken, if that does not last too long: whoever asked for one meanwhile
     * would fail for want of it, and nobody could tell why.
     */
    void awaitTaken() throws InterruptedException {
        var _ = taken.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized boolean wantsMore(long wanted) {
        return !closed && held.size() < wanted;
    }

    private synchronized void hold(Connection connection) throws SQLException {
        if (closed) {
            connection.close();
        } else {
            held.add(connection);
        }
    }

    /** Gives them back; one that is just being taken goes back as soon as it comes. */
    @Override
    public synchronized void close() {
        closed = true;
        taken.countDown();
        held.forEach(HeldConnections::giveBack);
        held.clear();
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The pool has ended it already", e);
        }
    }
}
