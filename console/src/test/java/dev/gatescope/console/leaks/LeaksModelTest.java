package dev.gatescope.console.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class LeaksModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final LeaksModel model = new LeaksModel(gateway, new Feed(), pulse, clock);

    @Test
    void leaksAreGroupedByWhereTheyWereTaken() {
        look(Troubles.leaks());

        assertThat(model.groups().get())
                .extracting(LeakGroup::place, LeakGroup::kind, group -> group.leaks().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "CarelessRegistrar.register:58", "handler", 12),
                        org.assertj.core.groups.Tuple.tuple("ThreadReader.read:41", "session", 3));
        assertThat(model.groups().get().getFirst().oldest())
                .isEqualTo(Samples.NOON.minusSeconds(1200));
        assertThat(model.counts().get())
                .isEqualTo(
                        Map.of(
                                LeakState.LEAKED, "15",
                                LeakState.RETURNED, "1",
                                LeakState.RECLAIMED, "1"));
    }

    @Test
    void thoseThatCameBackAreShownByThemselves() {
        look(Troubles.leaks());

        model.state().set(LeakState.RETURNED);

        assertThat(model.groups().get()).hasSize(1);
    }

    @Test
    void nobodyAsksWhileNobodyLooks() {
        model.onLink(Samples.live());
        clock.advance(Duration.ofMinutes(1));
        pulse.beat();

        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void theLedgerIsAskedAgainWhenAnEventTellsOfAChange() {
        look(List.of());
        clock.advance(Duration.ofSeconds(2));
        pulse.beat();
        assertThat(gateway.asked).hasSize(1);

        model.onEvents(List.of(Samples.event(1, "handler.leaked", Severity.ERROR, null)), 0);
        pulse.beat();
        assertThat(gateway.asked).hasSize(2);

        pulse.beat();
        clock.advance(Duration.ofSeconds(10));
        pulse.beat();
        assertThat(gateway.asked).hasSize(3);
    }

    @Test
    void agesTickWithTheGatewaysClock() {
        var leak = Troubles.leak(0, "handler", LeakInfo.LEAKED, "Somewhere.take:1");
        look(List.of(leak));
        model.onSnapshot(Samples.snapshot(Samples.NOON.plusSeconds(30), 1));
        clock.advance(Duration.ofSeconds(5));
        pulse.beat();

        assertThat(Age.of(leak, model.now().get())).isEqualTo("20 min 35 s");
    }

    @Test
    void theChosenOneIsFollowedIntoItsNextState() {
        var leak = Troubles.leak(0, "handler", LeakInfo.LEAKED, "Somewhere.take:1");
        look(List.of(leak));
        model.chosen().set(leak);
        gateway.diagnosis.leaks.set(
                0, Troubles.leak(0, "handler", LeakInfo.RECLAIMED, "Somewhere.take:1"));

        model.reclaim();
        pulse.beat();
        pulse.beat();

        assertThat(gateway.asked).contains("reclaim " + leak.id());
        assertThat(model.chosen().get())
                .isNotNull()
                .extracting(LeakInfo::state)
                .isEqualTo(LeakInfo.RECLAIMED);
        assertThat(model.notice().get()).startsWith("Reclaimed the handler");
        assertThat(model.groups().get()).isEmpty();
    }

    @Test
    void aReclaimThatFailsSaysWhy() {
        var leak = Troubles.leak(0, "handler", LeakInfo.LEAKED, "Somewhere.take:1");
        look(List.of(leak));
        model.chosen().set(leak);
        gateway.diagnosis.fail("It has been given back already.");

        model.reclaim();
        pulse.beat();

        assertThat(model.reclaimTrouble().get())
                .isEqualTo("It was not reclaimed. It has been given back already.");
    }

    @Test
    void aViewerReclaimsNothing() {
        look(Troubles.leaks());
        model.onLink(Samples.liveForViewer());
        model.chosen().set(Troubles.leaks().getFirst());

        model.reclaim();

        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("reclaim"));
        assertThat(model.whyNoReclaim().get()).contains("viewer");
    }

    private void look(List<LeakInfo> leaks) {
        gateway.diagnosis.leaks.addAll(leaks);
        model.onLink(Samples.live());
        model.watch(true);
        pulse.beat();
    }
}
