package dev.gatescope.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.flow.Fix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupModelTest {
    private final SetupModel setup = new SetupModel(new FakeRunner().scenarios());

    @Test
    void isReadyToRunAtOnce() {
        assertThat(setup.problemProperty().get()).isEmpty();
        assertThat(setup.order()).isEqualTo(new Order("staging-incident", "legacy,fixed", 100, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "many", "10001", "99999999999999999999"})
    void clientsAreCheckedWhileTheyAreTyped(String typed) {
        setup.clientsProperty().set(typed);

        assertThat(setup.problemProperty().get())
                .isEqualTo(
                        "Clients takes a number from 1 to 10,000 with the scenario"
                                + " staging-incident.");
        assertThat(setup.order()).isNull();
        setup.clientsProperty().set("10000");
        assertThat(setup.problemProperty().get()).isEmpty();
    }

    @Test
    void aScenarioMayTakeFewerClients() {
        setup.scenarioProperty().set(setup.scenarios().get(1));

        assertThat(setup.problemProperty().get()).contains("from 1 to 50", "startup-storm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5", "99999999999999999999"})
    void theSeedIsCheckedWhileItIsTyped(String typed) {
        setup.seedProperty().set(typed);

        assertThat(setup.problemProperty().get())
                .isEqualTo("Seed takes a whole number, such as 1.");
        assertThat(setup.order()).isNull();
    }

    @Test
    void twoFlowsArePutTogetherFromFixes() {
        setup.presetProperty().set(FlowPreset.TWO);
        setup.second().fixedProperty().set(false);
        setup.second().fixProperty(Fix.SESSIONS).set(true);
        setup.second().fixProperty(Fix.ACCEPT_ORDER).set(true);

        assertThat(setup.flowsProperty().get()).isEqualTo("legacy,legacy+accept-order+sessions");

        setup.second().fixedProperty().set(true);
        assertThat(setup.flowsProperty().get()).isEqualTo("legacy,fixed");
        setup.presetProperty().set(FlowPreset.LADDER);
        assertThat(setup.flowsProperty().get()).isEqualTo("ladder");
    }
}
