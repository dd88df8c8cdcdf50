package dev.gatescope.gateway.sessions;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.util.concurrent.ThreadFactory;

import javax.sql.DataSource;

/** The pool of connections to the database, and its schema. */
public final class Database implements AutoCloseable {
    private static final String H2 = "jdbc:h2:";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** The URL of a database in memory that is gone with its last connection. */
    public static String inMemory(String name) {
        return H2 + "mem:" + name;
    }

    /**
     * Opens the database.
     *
     * @throws DatabaseUnavailable with a sentence for people: driver, lock, rights, URL
     */
    public static Database open(DatabaseConfig config) throws DatabaseUnavailable {
        if (!config.url().startsWith(H2)) {
            throw new DatabaseUnavailable(
                    "The database URL must begin with " + H2 + " (H2 is the only driver here).",
                    null);
        }
        var hikari = new HikariConfig();
        hikari.setPoolName("gatescope");
        hikari.setJdbcUrl(withOwnShutdown(config.url()));
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(Math.min(2, config.poolSize()));
        hikari.setConnectionTimeout(Math.max(250, config.acquireTimeout().toMillis()));
        hikari.setAutoCommit(false);
        ThreadFactory daemons = Thread.ofPlatform().daemon().name("db-pool-", 0).factory();
        hikari.setThreadFactory(daemons);
        try {
            return new Database(new HikariDataSource(hikari));
        } catch (HikariPool.PoolInitializationException e) {
            throw DatabaseUnavailable.because(e);
        } catch (RuntimeException e) {
            throw DatabaseUnavailable.because(e);
        }
    }

    /** H2 must not close itself in its own shutdown hook, before the journal is flushed. */
    private static String withOwnShutdown(String url) {
        return url.toUpperCase(java.util.Locale.ROOT).contains("DB_CLOSE_ON_EXIT")
                ? url
                : url + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /**
     * Brings the schema up to date.
     *
     * @throws DatabaseUnavailable where a migration fails, or a newer Gatescope has been here
     */
    public void migrate() throws DatabaseUnavailable {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:dev/gatescope/gateway/sessions/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw DatabaseUnavailable.because(e);
        }
    }

    /** Connections from the pool, auto-commit off. */
    public DataSource dataSource() {
        return pool;
    }

    /** The pool itself, for its meters. */
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
