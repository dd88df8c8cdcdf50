package dev.gatescope.console.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.FaultScope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class DraftModelTest {
    private final DraftModel draft = new DraftModel();

    @Test
    void withoutAKindThereIsNothingToInject() {
        assertThat(draft.problemProperty().get()).isEqualTo("Choose what to break.");
        assertThat(draft.request()).isNull();
    }

    @Test
    void aReasonIsAllThatIsMissing() {
        draft.choose(FaultKinds.handlerSlow());
        assertThat(draft.problemProperty().get())
                .isEqualTo("Say why: the reason goes into the journal.");
        assertThat(draft.reason().touchedProperty().get()).isFalse();

        draft.reason().textProperty().set(" drill ");

        assertThat(draft.problemProperty().get()).isEmpty();
        assertThat(draft.request())
                .isEqualTo(
                        new FaultRequest(
                                "handler-slow",
                                Map.of("delay_ms", 500L),
                                FaultScope.EVERYTHING,
                                "PT1M",
                                "PT10S",
                                null,
                                null,
                                "drill"));
    }

    @Test
    void everythingThatWasTypedIsAskedFor() {
        drafted(FaultKinds.handlerSlow());
        draft.parameters().getFirst().entry().textProperty().set("60000");
        draft.percent().textProperty().set("12.5");
        draft.user().textProperty().set("alice");
        draft.connection().textProperty().set("conn_00000000002a");
        draft.typeProperty().set("chat");
        draft.duration().textProperty().set("900");
        draft.leasedProperty().set(false);
        draft.seed().textProperty().set("-7");
        draft.stopFigureProperty().set(StopFigure.ROUTING_SUCCESS);
        draft.stopBound().textProperty().set("95.5");

        assertThat(draft.request())
                .isEqualTo(
                        new FaultRequest(
                                "handler-slow",
                                Map.of("delay_ms", 60_000L),
                                new FaultScope(12.5, "alice", "conn_00000000002a", "chat"),
                                "PT15M",
                                null,
                                -7L,
                                new StopWhen("routing_success", 0.955, null),
                                "drill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "60001", "1.5", "soon", "1e3"})
    void aParameterOutOfItsRangeIsSaid(String text) {
        drafted(FaultKinds.handlerSlow());

        var delay = draft.parameters().getFirst();
        delay.entry().textProperty().set(text);

        assertThat(delay.entry().problemProperty().get())
                .isEqualTo("Delay takes a whole number from 1 to 60,000 ms.");
        assertThat(draft.problemProperty().get()).isEqualTo(delay.entry().problemProperty().get());
        assertThat(draft.request()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,no", "-1,no", "100.1,no", "NaN,no", "0x1p1,no", "0.1,yes", "100,yes"})
    void aShareIsAboveNoneAndUpToAll(String text, String right) {
        drafted(FaultKinds.handlerSlow());

        draft.percent().textProperty().set(text);

        assertThat(draft.percent().problemProperty().get().isEmpty())
                .isEqualTo(right.equals("yes"));
    }

    @Test
    void aConnectionIsAnId() {
        drafted(FaultKinds.handlerSlow());
        draft.connection().textProperty().set("alice");

        assertThat(draft.problemProperty().get()).contains("conn_00000000002a");
    }

    @Test
    void aLeaseThatIsSwitchedOffIsNotChecked() {
        drafted(FaultKinds.handlerSlow());
        draft.lease().textProperty().set("for ever");
        assertThat(draft.problemProperty().get()).contains("Lease takes a whole number");

        draft.leasedProperty().set(false);

        assertThat(draft.problemProperty().get()).isEmpty();
    }

    @Test
    void aFigureThatStopsBeginsWithAUsualBoundAndChecksIt() {
        drafted(FaultKinds.handlerSlow());
        draft.stopFigureProperty().set(StopFigure.SESSIONS_LEAKED);
        assertThat(draft.request())
                .extracting(FaultRequest::stopWhen)
                .isEqualTo(new StopWhen("sessions_leaked", null, 100.0));

        draft.stopBound().textProperty().set("-1");
        assertThat(draft.problemProperty().get()).isEqualTo("The bound takes a number, 0 or more.");

        draft.stopFigureProperty().set(StopFigure.NEVER);
        assertThat(draft.problemProperty().get()).isEmpty();
    }

    @Test
    void anotherKindKeepsWhatGoesWithEveryKindAndLeavesOutWhatItCannotUse() {
        drafted(FaultKinds.handlerSlow());
        draft.user().textProperty().set("alice");
        draft.connection().textProperty().set("not an id");
        draft.percent().textProperty().set("5");
        draft.seed().textProperty().set("3");

        draft.choose(kind("event-flood"));

        assertThat(draft.request())
                .extracting(FaultRequest::scope, FaultRequest::reason, FaultRequest::seed)
                .containsExactly(FaultScope.EVERYTHING, "drill", null);
    }

    @Test
    void aChoiceIsOneOfItsValues() {
        drafted(kind("component-late"));
        var component = draft.parameters().getFirst();
        assertThat(component.choices()).contains("thread_service", "router");

        component.entry().textProperty().set("router");

        assertThat(draft.request())
                .extracting(FaultRequest::parameters)
                .isEqualTo(Map.of("component", "router", "delay_ms", 5_000L));
    }

    private void drafted(FaultKindInfo kind) {
        draft.choose(kind);
        draft.reason().textProperty().set("drill");
    }

    private static FaultKindInfo kind(String name) {
        return FaultKinds.all().stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
