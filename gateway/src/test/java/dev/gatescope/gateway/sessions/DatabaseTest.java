package dev.gatescope.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /** H2 has room for 255 transactions. */
    @Test
    void whatIsNotGivenBackEndsWithTheSecondRenewal() throws Exception {
        try (database) {
            database.open();
            database.migrate();
            for (var renewal = 0; renewal < 10; renewal++) {
                for (var i = 0; i < 40; i++) {
                    var neverGivenBack = database.connection();
                    assertThat(insert(neverGivenBack, renewal + "-" + i)).isEqualTo(1);
                }
                database.renew();
            }

            try (var connection = database.connection();
                    var statement = connection.createStatement()) {
                assertThat(statement.executeQuery("SELECT * FROM thread").next()).isFalse();
            }
        }
    }

    private static int insert(Connection connection, String thread) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO thread (id, owner, created_at) VALUES (?, 'alice', 0)")) {
            statement.setString(1, thread);
            return statement.executeUpdate();
        }
    }
}
