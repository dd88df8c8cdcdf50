package dev.gatescope.gateway.sessions;

import java.time.Duration;
import java.util.UUID;

/**
 * Which database, and how it is used.
 *
 * @param url a JDBC URL of H2
 * @param poolSize connections at most
 * @param acquireTimeout how long a request waits for a session
 * @param statementTimeout how long one statement may run
 */
public record DatabaseConfig(
        String url, int poolSize, Duration acquireTimeout, Duration statementTimeout) {
    /** The URL of a database in memory that is gone when its gateway stops. */
    public static String inMemory(UUID id) {
        return "jdbc:h2:mem:" + id;
    }

    /** The usual sizes for this URL. */
    public static DatabaseConfig of(String url) {
        return new DatabaseConfig(url, 40, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }
}
