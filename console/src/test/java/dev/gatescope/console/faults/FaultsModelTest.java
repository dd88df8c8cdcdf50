package dev.gatescope.console.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;

class FaultsModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final FaultWatchModel watch =
            new FaultWatchModel(gateway, new Feed(), pulse, new ManualClock(Samples.NOON));
    private final FaultsModel model = new FaultsModel(gateway, watch, pulse);

    @Test
    void theCatalogueIsSearchedAsOneTypes() {
        live();
        assertThat(model.shown()).hasSize(12);

        model.searchProperty().set("late");

        assertThat(model.shown().stream().map(row -> row.kind().kind()))
                .containsExactly("component-late", "handler-slow");
    }

    @Test
    void aCatalogueThatDidNotComeIsAskedForAgain() {
        gateway.fail("The gateway does not answer in time.");
        live();
        assertThat(model.catalogueTroubleProperty().get()).contains("in time");
        gateway.fail(null);

        beats(22);

        assertThat(model.shown()).hasSize(12);
        assertThat(model.catalogueTroubleProperty().get()).isEmpty();
    }

    @Test
    void whatWasDraftedIsInjected() {
        live();
        draft("handler-slow");
        assertThat(model.whyNotThisProperty().get()).isEmpty();

        model.inject();
        pulse.beat();

        assertThat(gateway.faults.requests).hasSize(1);
        assertThat(watch.active()).extracting(FaultInfo::reason).containsExactly("drill");
        assertThat(model.injectNoticeProperty().get())
                .isEqualTo("handler-slow acts as fault_000000000001.");
        assertThat(model.injectingProperty().get()).isFalse();
    }

    @Test
    void aSecondClickBeforeTheAnswerInjectsNothing() {
        live();
        draft("handler-slow");

        model.inject();
        model.inject();

        assertThat(gateway.faults.requests).hasSize(1);
    }

    @Test
    void whyAGatewayRefusesIsSaidUntilTheNextTry() {
        live();
        draft("handler-slow");
        gateway.fail("Faults are refused in production.");
        model.inject();
        pulse.beat();
        assertThat(model.injectTroubleProperty().get())
                .isEqualTo("Faults are refused in production.");
        gateway.fail(null);

        model.inject();
        pulse.beat();

        assertThat(model.injectTroubleProperty().get()).isEmpty();
    }

    @Test
    void afterStopAllNothingIsInjectedAndItIsSaidWhy() {
        live();
        draft("handler-slow");
        watch.stopAll();
        beats(2);

        model.inject();

        assertThat(gateway.faults.requests).isEmpty();
        assertThat(model.whyNotThisProperty().get()).contains("blocked", "Allow again");
        watch.allow();
        beats(2);
        assertThat(model.whyNotThisProperty().get()).isEmpty();
    }

    @Test
    void aViewerIsToldThatItMayNotInject() {
        live();
        draft("handler-slow");

        watch.onLink(Samples.liveForViewer());

        assertThat(model.whyNotThisProperty().get()).contains("role is viewer");
    }

    @Test
    void aPresetBreaksEverythingThatItsErrorNeeds() {
        live();
        assertThat(model.presets()).containsExactly(Preset.values());

        model.inject(Preset.ERROR_1);
        beats(3);

        assertThat(gateway.faults.requests)
                .extracting(FaultRequest::kind)
                .containsExactly("component-late", "gate-off");
        assertThat(watch.active()).allMatch(watch::keeps);
        assertThat(model.presetTroubleProperty().get()).isEmpty();
    }

    @Test
    void aPresetThatCannotBeInjectedSaysWhichAndWhy() {
        live();
        gateway.fail("A hundred faults act already.");

        model.inject(Preset.ERROR_3);
        beats(2);

        assertThat(gateway.asked).containsExactly("inject session-not-closed");
        assertThat(model.presetTroubleProperty().get())
                .isEqualTo("Error 3 was not injected. A hundred faults act already.");
    }

    @Test
    void aPresetWhoseKindIsLackingIsNotOffered() {
        live(kind -> !kind.kind().equals("gate-off"));

        assertThat(model.presets()).containsExactly(Preset.ERROR_2, Preset.ERROR_3);
    }

    @Test
    void oneFaultIsStoppedAndARefusalIsSaid() {
        live();
        draft("handler-slow");
        model.inject();
        beats(2);
        gateway.fail("Only an operator may do this.");
        model.stop(watch.active().getFirst());
        pulse.beat();
        assertThat(model.stopTroubleProperty().get())
                .isEqualTo("handler-slow acts on. Only an operator may do this.");
        gateway.fail(null);

        model.stop(watch.active().getFirst());
        beats(2);

        assertThat(model.stopTroubleProperty().get()).isEmpty();
        assertThat(watch.active()).isEmpty();
        assertThat(watch.ended()).extracting(FaultInfo::state).containsExactly("stopped");
    }

    @Test
    void forAPictureAMildFaultIsInjectedOnce() {
        live();

        model.pose();
        beats(2);
        model.pose();

        assertThat(gateway.faults.requests)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.kind()).isEqualTo("handler-slow");
                    assertThat(request.parameters()).containsEntry("delay_ms", 1L);
                });
    }

    private void live() {
        live(kind -> true);
    }

    private void live(Predicate<FaultKindInfo> known) {
        List<FaultKindInfo> kinds = FaultKinds.all().stream().filter(known).toList();
        gateway.faults.kinds.addAll(kinds);
        watch.onLink(Samples.live());
        pulse.beat();
    }

    private void draft(String kind) {
        model.draft().choose(model.kind(kind));
        model.draft().reason().textProperty().set("drill");
    }

    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            pulse.beat();
        }
    }
}
