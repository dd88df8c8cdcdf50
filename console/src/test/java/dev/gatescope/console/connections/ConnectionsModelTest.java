package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

class ConnectionsModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final ConnectionsModel model = new ConnectionsModel(gateway, new Feed(), pulse, clock);

    @Test
    void aRowChangesInPlace() {
        come(1, 2);
        var row = model.shown().getFirst();

        model.onConnections(List.of(Clients.busier(2, Samples.NOON, 999)));

        assertThat(model.shown().getFirst()).isSameAs(row);
        assertThat(row.now().messagesIn()).isEqualTo(999);
    }

    @Test
    void rowsComeAndMoveAtMostOnceASecond() {
        come(1);
        clock.advance(Duration.ofMillis(250));
        model.onConnections(List.of(Clients.open(2, Samples.NOON)));
        pulse.beat();
        assertThat(model.shown()).hasSize(1);

        clock.advance(Duration.ofMillis(750));
        pulse.beat();

        assertThat(model.shown()).hasSize(2);
    }

    @Test
    void closedConnectionsStayAndCount() {
        come(1, 2);
        clock.advance(Duration.ofSeconds(1));
        model.onConnections(List.of(Clients.closed(1, Samples.NOON, "ready", 1000, "client", "")));
        pulse.beat();

        assertThat(model.counts().get()).isEqualTo(new ConnectionsModel.Counts(1, 1, 1, 2));
    }

    @Test
    void theFilterActsAtOnce() {
        come(1, 2, 3);

        model.filterText().set("user:bob");

        assertThat(model.shown()).extracting(row -> row.now().user()).containsExactly("bob");
    }

    @Test
    void theOrderIsTheOneAskedFor() {
        come(3, 1, 2);
        assertThat(model.shown()).isSortedAccordingTo(byMessages().reversed());

        model.orderBy(byMessages());

        assertThat(model.shown()).isSortedAccordingTo(byMessages());
    }

    @Test
    void aNewStreamNamesAllConnectionsThereAre() {
        come(1, 2);
        var kept = model.shown().getFirst();
        clock.advance(Duration.ofSeconds(1));

        model.onRestart();
        model.onConnections(List.of(Clients.open(2, Samples.NOON)));
        pulse.beat();

        assertThat(model.shown()).containsExactly(kept);
        assertThat(model.counts().get()).isEqualTo(new ConnectionsModel.Counts(1, 1, 0, 1));
    }

    @Test
    void theOldestClosedGoWhenThereIsNoRoom() {
        var table = new ConnectionTable(3);
        for (int i = 0; i < 3; i++) {
            table.put(Clients.closed(i, Samples.NOON, "ready", 1000, "client", ""));
        }

        table.put(Clients.open(9, Samples.NOON));

        assertThat(table.rows()).hasSize(3);
        assertThat(table.row(Clients.open(0, Samples.NOON).id())).isNull();
        assertThat(table.closed()).isEqualTo(2);
    }

    private void come(int... numbers) {
        for (int number : numbers) {
            model.onConnections(List.of(Clients.open(number, Samples.NOON)));
        }
        pulse.beat();
    }

    private static Comparator<ConnectionRow> byMessages() {
        return Comparator.comparing(ConnectionRow::now, Column.MESSAGES_IN.order());
    }
}
