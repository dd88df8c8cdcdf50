package dev.gatescope.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.shared.admin.ConnectionInfo;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ChangedConnectionsTest {
    private final Clock clock = Clock.systemUTC();
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);
    private final ChangedConnections changes = new ChangedConnections(connections, true);

    @Test
    void theFirstTimeTellsOfAllThatAreOpenThoughManyHaveClosed() {
        open(6_000).forEach(this::close);
        var stillOpen = open(100);

        var first = changes.take();

        assertThat(first).extracting(ConnectionInfo::id).contains(ids(stillOpen));
        assertThat(first).hasSize(ChangedConnections.MOST_AT_FIRST);
    }

    @Test
    void nothingIsToldTwice() {
        open(3);
        changes.take();

        assertThat(changes.take()).isEmpty();
    }

    @Test
    void aConnectionThatChangedIsToldAlone() {
        var all = open(3);
        changes.take();
        all.get(1).countIn(10, "{}", clock.millis());

        assertThat(changes.take()).extracting(ConnectionInfo::id).containsExactly(all.get(1).id());
    }

    @Test
    void everyEndIsToldHoweverManyCloseAtOnce() {
        var all = open(4_500);
        changes.take();
        all.forEach(this::close);

        assertThat(tellAll()).hasSize(4_500).allSatisfy((_, state) -> isClosed(state));
    }

    @Test
    void theEndsAreToldEvenOfThoseThatTheGatewayHasForgotten() {
        var all = open(4_000);
        changes.take();
        all.forEach(this::close);
        open(Connections.CLOSED_KEPT).forEach(this::close);

        assertThat(tellAll()).containsKeys(ids(all)).allSatisfy((_, state) -> isClosed(state));
    }

    @Test
    void aConnectionThatOpenedAndClosedInBetweenIsTold() {
        changes.take();
        var shortLived = open(1);
        shortLived.forEach(this::close);

        assertThat(changes.take())
                .extracting(ConnectionInfo::id)
                .containsExactly(shortLived.getFirst().id());
    }

    @Test
    void demoTrafficIsLeftOutWhereItIsNotWanted() {
        var withoutDemo = new ChangedConnections(connections, false);
        var demo = connections.open(new Origin("127.0.0.1:1", null, true));

        assertThat(withoutDemo.take()).isEmpty();
        close(demo);
        assertThat(withoutDemo.take()).isEmpty();
    }

    private Map<String, String> tellAll() {
        var states = new HashMap<String, String>();
        for (var told = changes.take(); !told.isEmpty(); told = changes.take()) {
            told.forEach(info -> states.put(info.id(), info.state()));
        }
        return states;
    }

    private static void isClosed(String state) {
        assertThat(state).isEqualTo("closed");
    }

    private List<Connection> open(int count) {
        var opened = new ArrayList<Connection>();
        for (var i = 0; i < count; i++) {
            opened.add(connections.open(new Origin("127.0.0.1:1", null, false)));
        }
        return opened;
    }

    private void close(Connection connection) {
        connection.moveTo(ConnectionState.CLOSED);
        connections.close(connection, () -> {});
    }

    private static String[] ids(List<Connection> all) {
        return all.stream().map(Connection::id).toArray(String[]::new);
    }
}
