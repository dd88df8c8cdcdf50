package dev.gatescope.gateway.sessions;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pool of connections to the database, and its schema. Made closed; {@link #open} and {@link
 * #migrate} are phases of the gateway's start. Safe from any thread once open.
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final String H2 = "jdbc:h2:";
    private static final int CACHE_KIBIBYTES = 16_384;
    private static final long LEAST_TIMEOUT_MILLIS = 250;

    private final DatabaseConfig config;
    private volatile @Nullable Generation current;
    private volatile @Nullable Generation retired;
    private volatile @Nullable Connection keeper;
    private volatile boolean closed;
    private int renewals;

    /**
     * A pool and the connections beneath those that it lent. The pool knows no way to end one that
     * does not come back, and H2 keeps a transaction for each.
     */
    private record Generation(HikariDataSource pool, Set<Connection> lent) {
        static Generation of(HikariConfig settings) {
            return new Generation(new HikariDataSource(settings), ConcurrentHashMap.newKeySet());
        }

        Connection lend() throws SQLException {
            var connection = pool.getConnection();
            if (lent.add(connection.unwrap(JdbcConnection.class))
                    && lent.size() > 2 * pool.getMaximumPoolSize()) {
                lent.removeIf(Generation::isClosed);
            }
            return connection;
        }

        private static boolean isClosed(Connection connection) {
            try {
                return connection.isClosed();
            } catch (SQLException e) {
                return true;
            }
        }

        void end() {
            pool.close();
            for (var connection : lent) {
                closeQuietly(connection);
            }
        }
    }

    /** A database that is still to be opened. */
    public Database(DatabaseConfig config) {
        this.config = config;
    }

    /**
     * Opens the pool.
     *
     * @throws DatabaseUnavailable with a sentence for people: URL, driver, lock, rights
     */
    public void open() throws DatabaseUnavailable {
        if (!config.url().startsWith(H2)) {
            throw new DatabaseUnavailable(
                    "The database URL must begin with " + H2 + " or be the word mem.", null);
        }
        var hikari = settings();
        try {
            current = Generation.of(hikari);
            // H2 forgets a database in memory with its last connection; the pool may renew all.
            keeper = DriverManager.getConnection(hikari.getJdbcUrl());
        } catch (RuntimeException | SQLException e) {
            close();
            throw DatabaseUnavailable.because(e, config.url());
        }
        if (closed) {
            close();
            throw new DatabaseUnavailable("The database was closed while it was opened.", null);
        }
    }

    /**
     * Replaces the pool by a new one. Connections that are lent go on; those that do not come back
     * until the next renewal are broken off then.
     *
     * @throws DatabaseUnavailable where no connection can be had; the old pool stays
     */
    public synchronized void renew() throws DatabaseUnavailable {
        renewals++;
        Generation fresh;
        try {
            fresh = Generation.of(settings());
        } catch (RuntimeException e) {
            throw DatabaseUnavailable.because(e, config.url());
        }
        var before = retired;
        retired = current;
        current = fresh;
        if (before != null) {
            before.end();
        }
        if (closed) {
            close();
        }
    }

    /** Whether it has been opened. */
    public boolean isOpen() {
        return current != null;
    }

    private HikariConfig settings() {
        var hikari = new HikariConfig();
        // A name of its own for each, as the meters of the one before are still there.
        hikari.setPoolName(renewals == 0 ? "gatescope" : "gatescope-" + renewals);
        hikari.setJdbcUrl(withOwnSettings(config.url()));
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(Math.min(2, config.poolSize()));
        hikari.setConnectionTimeout(
                Math.max(LEAST_TIMEOUT_MILLIS, config.acquireTimeout().toMillis()));
        hikari.setAutoCommit(false);
        hikari.setThreadFactory(Thread.ofPlatform().daemon().name("db-pool-", 0).factory());
        return hikari;
    }

    /** Whether it is gone when the gateway ends, and takes the gateway's own memory until then. */
    public boolean isInMemory() {
        return config.url().startsWith(H2 + "mem:");
    }

    /**
     * H2 must not close itself before the journal is flushed, nor write trace files of its own, nor
     * keep a sixteenth of the heap for what was journalled, which is rarely read. What the URL says
     * itself holds.
     */
    private static String withOwnSettings(String url) {
        var given = url.toUpperCase(Locale.ROOT);
        var whole = new StringBuilder(url);
        if (!given.contains("DB_CLOSE_ON_EXIT")) {
            whole.append(";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        }
        if (!given.contains("CACHE_SIZE")) {
            whole.append(";CACHE_SIZE=").append(CACHE_KIBIBYTES);
        }
        return whole.toString();
    }

    /**
     * Brings the schema up to date.
     *
     * @throws DatabaseUnavailable where a migration fails, or a newer Gatescope has been here
     */
    public void migrate() throws DatabaseUnavailable {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool())
                    .locations("classpath:dev/gatescope/gateway/sessions/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw DatabaseUnavailable.because(e, config.url());
        }
    }

    /** A connection from the pool, auto-commit off; the caller closes it. */
    public Connection connection() throws SQLException {
        var open = current;
        if (open == null) {
            throw new SQLException("the database is not open yet");
        }
        return open.lend();
    }

    /**
     * A connection beside the pool, auto-commit off, for one that must not wait for requests; the
     * caller closes it.
     */
    public Connection connectionOfItsOwn() throws SQLException {
        var open = current;
        if (open == null || open.pool.isClosed()) {
            throw new SQLException("the database is not open");
        }
        var connection = DriverManager.getConnection(open.pool.getJdbcUrl());
        connection.setAutoCommit(false);
        return connection;
    }

    /** How many connections the pool has at most. */
    public int poolSize() {
        return config.poolSize();
    }

    /** Whether every connection of the pool is lent, so that whoever wants one waits. */
    public boolean isExhausted() {
        var open = current;
        if (open == null) {
            return false;
        }
        var pool = open.pool.getHikariPoolMXBean();
        return pool.getIdleConnections() == 0
                && pool.getActiveConnections() >= open.pool.getMaximumPoolSize();
    }

    /**
     * Breaks off a connection of the pool that is in use; the pool makes another one in its place.
     *
     * @param lent one that {@link #connection} gave
     */
    public void cut(Connection lent) throws SQLException {
        var beneath = lent.unwrap(JdbcConnection.class);
        pool().evictConnection(lent);
        beneath.close();
    }

    /**
     * The pool itself, for its meters and for migrations.
     *
     * @throws IllegalStateException before it is open
     */
    public HikariDataSource pool() {
        var open = current;
        if (open == null) {
            throw new IllegalStateException("the database is not open yet");
        }
        return open.pool;
    }

    @Override
    public void close() {
        closed = true;
        var old = retired;
        if (old != null) {
            old.end();
        }
        var open = current;
        if (open != null) {
            open.end();
        }
        var last = keeper;
        if (last != null) {
            closeQuietly(last);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The database was not closed properly", e);
        }
    }
}
