package dev.gatescope.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.chart.TimeAxis;
import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class OverviewModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final OverviewModel model =
            new OverviewModel(gateway, new Feed(), pulse, clock, "ws://127.0.0.1:8025/ws");

    @Test
    void recordsOnePointASecondHoweverOftenFiguresCome() {
        model.onLink(Samples.live());
        for (int i = 0; i < 12; i++) {
            model.onSnapshot(Traffic.at(clock.instant()));
            pulse.beat();
            clock.advance(Duration.ofMillis(250));
        }

        assertThat(model.series(Measure.CONNECTIONS_ACTIVE).size()).isEqualTo(3);
    }

    @Test
    void startsWithWhatTheGatewayRecorded() {
        gateway.history.addAll(Traffic.history(Samples.NOON, 300));

        model.onLink(Samples.live());
        pulse.beat();

        assertThat(model.series(Measure.MESSAGES_PER_S).size()).isEqualTo(300);
    }

    @Test
    void ratesComeFromTheDifferenceOfCounters() {
        model.onLink(Samples.live());
        second(10);
        second(14);

        assertThat(model.series(Measure.CONNECTIONS_PER_S).last()).isEqualTo(4);
        assertThat(model.series(Measure.MESSAGES_PER_S).last()).isEqualTo(40);
    }

    @Test
    void aLossIsShadedAndTold() {
        model.onLink(Samples.live());
        second(10);

        model.onLink(Samples.lost("The connection was refused."));
        clock.advance(Duration.ofSeconds(75));
        pulse.beat();

        assertThat(model.stale().get()).isTrue();
        assertThat(model.notice().get()).contains("1 min 1"); // a second went by before
        assertThat(model.axis().losses()).hasSize(1);
        assertThat(model.axis().end().get()).isEqualTo(clock.instant());

        model.onLink(Samples.live());
        second(3);
        assertThat(model.axis().losses().getFirst().until()).isNotNull();
        assertThat(model.series(Measure.CONNECTIONS_PER_S).last()).isNaN();
    }

    @Test
    void aChangeOfFlowIsMarkedWhetherItComesOrIsFound() {
        var at = clock.instant();
        gateway.journal.add(flowChanged(1, at, "legacy"));
        model.onLink(Samples.live());
        second(1);

        model.onEvents(List.of(flowChanged(2, at.plusMillis(1), "fixed")), 0);

        assertThat(model.axis().marks())
                .containsExactly(
                        new TimeAxis.Mark(at, "flow legacy"),
                        new TimeAxis.Mark(at.plusMillis(1), "flow fixed"));
    }

    @Test
    void aFaultIsMarkedWhereItBeganAndWhereItEnded() {
        var at = clock.instant();
        gateway.journal.add(fault(1, at, "fault.started"));
        model.onLink(Samples.live());
        second(1);

        model.onEvents(List.of(fault(3, at.plusMillis(5), "fault.hit")), 0);
        model.onEvents(List.of(fault(4, at.plusMillis(9), "fault.ended")), 0);

        assertThat(model.axis().marks())
                .containsExactly(
                        new TimeAxis.Mark(at, "handler-slow on"),
                        new TimeAxis.Mark(at.plusMillis(9), "handler-slow off"));
    }

    @Test
    void withoutHistoryTheChartsBeginNow() {
        gateway.fail("This gateway keeps no history.");

        model.onLink(Samples.live());
        second(1);

        assertThat(model.series(Measure.SESSIONS_OPEN).size()).isEqualTo(1);
    }

    private void second(long active) {
        model.onSnapshot(Samples.snapshot(clock.instant(), active));
        pulse.beat();
        clock.advance(Duration.ofSeconds(1));
    }

    private static Event flowChanged(int number, Instant at, String to) {
        return event(
                number, at, "flow.changed", "The flow changed.", Map.of("from", "fixed", "to", to));
    }

    private static Event fault(int number, Instant at, String type) {
        return event(number, at, type, "Something about a fault.", Map.of("kind", "handler-slow"));
    }

    private static Event event(
            int number, Instant at, String type, String message, Map<String, Object> data) {
        return new Event(
                "evt_%016x".formatted(number),
                at,
                type,
                Severity.INFO,
                null,
                null,
                null,
                null,
                null,
                message,
                data);
    }
}
