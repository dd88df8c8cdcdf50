package dev.gatescope.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.util.UUID;

class DatabaseTest {
    private final String url = DatabaseConfig.inMemory(UUID.randomUUID());
    private final Database database = new Database(DatabaseConfig.of(url));

    @Test
    void oneInMemoryOutlivesTheConnectionsOfItsPool() throws Exception {
        try (database) {
            database.open();
            database.migrate();

            database.pool().close();

            try (var connection = DriverManager.getConnection(url);
                    var threads = connection.createStatement()) {
                assertThat(threads.executeQuery("SELECT * FROM thread").next()).isFalse();
            }
        }
    }

    @Test
    void oneThatWasClosedDoesNotOpen() {
        database.close();

        assertThatThrownBy(database::open).isInstanceOf(DatabaseUnavailable.class);
        assertThat(database.pool().isClosed()).isTrue();
    }
}
