package dev.gatescope.gateway.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.experiment.ExperimentResult.Check;

import org.junit.jupiter.api.Test;

import java.util.List;

class CrossCheckTest {
    @Test
    void aMismatchNamesBothNumbers() {
        var checks =
                List.of(
                        new Check("fixed", "messages answered", 859, 860),
                        new Check("fixed", "connections ready", 90, 90));

        assertThat(CrossCheck.mismatches(checks))
                .containsExactly(
                        "fixed, messages answered: clients saw 859, the gateway counted 860.");
    }
}
