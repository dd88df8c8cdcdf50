package dev.gatescope.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ApportionmentTest {
    @Test
    void sharesOfAHundredAreExactForAHundred() {
        assertThat(Apportionment.of(100, List.of(76, 9, 5, 5, 5))).containsExactly(76, 9, 5, 5, 5);
        assertThat(Apportionment.of(400, List.of(76, 9, 5, 5, 5)))
                .containsExactly(304, 36, 20, 20, 20);
    }

    @Test
    void whatRoundingLeavesGoesToTheLargestRemainders() {
        assertThat(Apportionment.of(10, List.of(1, 1, 1))).containsExactly(4, 3, 3);
        assertThat(Apportionment.of(7, List.of(50, 30, 20))).containsExactly(4, 2, 1);
        assertThat(Apportionment.of(1, List.of(1, 9))).containsExactly(0, 1);
    }

    @Test
    void nobodyIsLostOrMade() {
        for (var total = 0; total < 200; total++) {
            var counts = Apportionment.of(total, List.of(76, 9, 5, 5, 5));
            assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
        }
    }
}
