package dev.gatescope.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.shared.admin.Snapshot;

import org.junit.jupiter.api.Test;

import java.util.Map;

class FiguresTest {
    private static final Hints HINTS = Hints.forClientsAt("ws://127.0.0.1:8025/ws");

    @Test
    void withoutAttemptsThereIsNoRatioButAHint() {
        var figures = of(Traffic.idle(Samples.NOON));

        assertThat(figures.connection().figure().text()).isEqualTo("no attempts");
        assertThat(figures.connection().more()).contains("ws://127.0.0.1:8025/ws");
        assertThat(figures.connection().verdict().level()).isEqualTo(Verdict.Level.UNKNOWN);
        assertThat(figures.errorRate().verdict().level()).isEqualTo(Verdict.Level.UNKNOWN);
        assertThat(figures.ready().figure().text()).isEqualTo("–");
    }

    @Test
    void everyRatioSaysWhatItRestsOn() {
        var figures = of(Samples.snapshot(Samples.NOON, 24));

        assertThat(figures.connection().figure().text()).isEqualTo("100\u00a0%");
        assertThat(figures.connection().detail()).isEqualTo("of 24 in the last 60 s");
        assertThat(figures.connection().more()).isEqualTo("since start 100\u00a0% of 24");
    }

    @Test
    void everyReadyConnectionHasOneHandler() {
        assertThat(handlers(5, 5, 0)).isEqualTo(Verdict.good("one each"));
        assertThat(handlers(3, 5, 0)).isEqualTo(Verdict.bad("2 missing"));
        assertThat(handlers(6, 5, 1)).isEqualTo(Verdict.good("one each"));
        assertThat(handlers(9, 5, 1)).isEqualTo(Verdict.bad("3 too many"));
    }

    @Test
    void ratesAreUnknownUntilTwoSecondsWereSeen() {
        var figures = Figures.of(Traffic.at(Samples.NOON), HINTS, Double.NaN, 12.34);

        assertThat(figures.connectionRate().figure().text()).isEqualTo("–");
        assertThat(figures.messageRate().figure().text()).isEqualTo("12.3\u00a0/s");
    }

    private static Verdict handlers(long registered, long ready, long registering) {
        var s = Samples.snapshot(Samples.NOON, ready);
        var states = Map.of("ready", ready, "registering", registering);
        var c = s.connections();
        return of(new Snapshot(
                        s.time(),
                        s.uptimeS(),
                        s.flow(),
                        s.env(),
                        s.ready(),
                        s.components(),
                        new Snapshot.Connections(
                                ready + registering, states, c.attempts(), c.ready(), 0, 0, 0),
                        s.routing(),
                        s.success(),
                        s.errorRate(),
                        new Snapshot.Handlers(registered, 0),
                        s.sessions(),
                        0,
                        s.memory(),
                        s.latencyMs(),
                        0,
                        0))
                .handlers()
                .verdict();
    }

    private static Figures of(Snapshot snapshot) {
        return Figures.of(snapshot, HINTS, 1, 1);
    }
}
