package dev.gatescope.shared.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"fixed", "legacy", "legacy+handlers", "legacy+accept-order+sessions"})
    void aNameIsTheSameThereAndBack(String name) {
        assertThat(FlowName.parse(name)).map(FlowName::text).contains(name);
    }

    @Test
    void fixesStandInTheOrderOfTheReport() {
        assertThat(FlowName.parse("legacy+sessions+accept-order"))
                .map(FlowName::text)
                .contains("legacy+accept-order+sessions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "better",
                "legacy+speed",
                "fixed+handlers",
                "legacy+",
                "legacy+handlers+handlers",
                "LEGACY"
            })
    void whatIsNoFlowIsNotGuessed(String name) {
        assertThat(FlowName.parse(name)).isEmpty();
    }

    @Test
    void takingAFixOutOfTheFixedFlowLeavesLegacyWithTheOthers() {
        assertThat(FlowName.FIXED.with(Fix.HANDLERS, false).text())
                .isEqualTo("legacy+accept-order+dependencies+sessions");
    }

    @Test
    void puttingAllFixesInIsNotCalledFixed() {
        var all = FlowName.LEGACY;
        for (var fix : Fix.values()) {
            all = all.with(fix, true);
        }

        assertThat(all.text()).isEqualTo("legacy+accept-order+dependencies+handlers+sessions");
    }
}
