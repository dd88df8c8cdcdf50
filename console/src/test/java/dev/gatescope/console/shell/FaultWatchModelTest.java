package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FaultWatchModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final FaultWatchModel model = new FaultWatchModel(gateway, new Feed(), pulse, clock);
    private final List<String> failures = new ArrayList<>();

    @Test
    void knowsWhatActsFromTheLinkOn() {
        gateway.faults.act(request("PT10S"));
        gateway.faults.end(FaultInfo.EXPIRED, "its time was over");
        gateway.faults.act(request("PT10S"));

        live();

        assertThat(model.active()).extracting(FaultInfo::state).containsExactly("active");
        assertThat(model.ended()).extracting(FaultInfo::ended).containsExactly("its time was over");
        assertThat(model.whyNoCommandsProperty().get()).isEmpty();
    }

    @Test
    void whatSomebodyElseInjectsShowsWithItsEvent() {
        live();
        gateway.faults.act(request(null));

        model.onEvents(List.of(Samples.event(1, "fault.started", Severity.WARNING, null)), 0);
        pulse.beat();

        assertThat(model.active()).hasSize(1);
    }

    @Test
    void hitsComeAtLeastOnceASecondWhileOneActs() {
        live();
        inject(null);
        gateway.faults.hit("fault_000000000001", 12, 3);

        beats(4);

        assertThat(model.active().getFirst().hits()).isEqualTo(12);
    }

    @Test
    void aFaultThatIsOverIsAmongThoseThatAre() {
        live();
        inject(null);
        gateway.faults.end(FaultInfo.EXPIRED, "its time was over");

        beats(4);

        assertThat(model.active()).isEmpty();
        assertThat(model.ended()).hasSize(1);
    }

    @Test
    void timesAreTheGatewaysAndGoDownWithTheClock() {
        live();
        model.onSnapshot(Samples.snapshot(Samples.NOON.plusSeconds(3_600), 1));

        clock.advance(Duration.ofMillis(2_700));
        pulse.beat();

        assertThat(model.nowProperty().get()).isEqualTo(Samples.NOON.plusSeconds(3_602));
    }

    @Test
    void aLeaseIsRenewedEachThirdOfIt() {
        live();
        inject("PT9S");
        assertThat(model.keeps(model.active().getFirst())).isTrue();

        passing(Duration.ofMillis(2_900));
        assertThat(gateway.asked).doesNotContain("renew fault_000000000001");
        passing(Duration.ofMillis(100));
        passing(Duration.ofSeconds(3));
        passing(Duration.ofSeconds(3));

        assertThat(gateway.asked)
                .filteredOn(asked -> asked.equals("renew fault_000000000001"))
                .hasSize(3);
    }

    @Test
    void onlyFaultsOfThisConsoleAreRenewed() {
        gateway.faults.act(request("PT9S"));
        live();
        inject(null);

        passing(Duration.ofSeconds(4));

        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("renew"));
    }

    @Test
    void nothingIsRenewedThatIsOver() {
        live();
        inject("PT9S");
        inject("PT9S");
        model.stop("fault_000000000001", failures::add);
        gateway.faults.end(FaultInfo.STOPPED, "connection success fell");
        beats(4);

        passing(Duration.ofSeconds(4));

        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("renew"));
    }

    @Test
    void aLostGatewayIsNotAskedAndItsFaultsCountDownToTheirEnd() {
        live();
        inject("PT9S");
        model.onLink(Samples.lost("Nothing answers."));
        gateway.fail("Nothing answers.");

        passing(Duration.ofSeconds(4));
        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("renew"));
        assertThat(model.active()).hasSize(1);
        passing(Duration.ofSeconds(60));

        assertThat(model.active()).isEmpty();
        assertThat(model.whyNoCommandsProperty().get()).contains("while the gateway is connected");
    }

    @Test
    void aRenewalThatFailsIsTriedAgain() {
        live();
        inject("PT9S");
        gateway.fail("The gateway does not answer in time.");
        passing(Duration.ofSeconds(3));
        gateway.fail(null);

        passing(Duration.ofSeconds(3));

        assertThat(gateway.asked).filteredOn(asked -> asked.startsWith("renew")).hasSize(2);
        assertThat(model.active()).hasSize(1);
    }

    @Test
    void stoppingAllBlocksNewOnesUntilTheyAreAllowedAgain() {
        live();
        inject(null);

        model.stopAll();
        beats(2);
        assertThat(gateway.asked).contains("stop all");
        assertThat(model.active()).isEmpty();
        assertThat(model.allowedProperty().get()).isFalse();

        model.allow();
        beats(2);
        assertThat(model.allowedProperty().get()).isTrue();
    }

    @Test
    void whyNothingWasStoppedIsOneSentence() {
        live();
        gateway.fail("Only an operator may do this.");

        model.stopAll();
        pulse.beat();

        assertThat(model.troubleProperty().get())
                .isEqualTo("Nothing was stopped. Only an operator may do this.");
    }

    @Test
    void aViewerIsToldAndNothingIsAsked() {
        model.onLink(Samples.liveForViewer());

        model.stopAll();

        assertThat(gateway.asked).isEmpty();
        assertThat(model.troubleProperty().get())
                .startsWith("Nothing was stopped. The token's role is viewer");
    }

    @Test
    void aGatewayWithoutAFaultLabIsNotAsked() {
        gateway.faults.act(request(null));
        model.onLink(Samples.liveWithoutCapabilities());
        beats(30);

        assertThat(model.active()).isEmpty();
        assertThat(model.missingProperty().get()).isTrue();
        assertThat(model.offeredProperty().get()).isFalse();
        assertThat(model.whyNoCommandsProperty().get()).contains("injects no faults");
    }

    @Test
    void injectedFailuresAreLeftOutOfTheFigures() {
        model.countedProperty().set(false);

        assertThat(gateway.asked).containsExactly("include injected false");
    }

    private void live() {
        model.onLink(Samples.live());
        pulse.beat();
    }

    private void inject(@Nullable String lease) {
        model.inject(request(lease), fault -> {}, failures::add);
        beats(2);
    }

    private void passing(Duration time) {
        clock.advance(time);
        pulse.beat();
    }

    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            pulse.beat();
        }
    }

    private static FaultRequest request(@Nullable String lease) {
        return new FaultRequest(
                "handler-slow",
                Map.of(),
                FaultScope.EVERYTHING,
                "PT1M",
                lease,
                null,
                null,
                "a test");
    }
}
