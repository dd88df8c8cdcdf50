package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class ThemeTest {
    @Test
    void lightAndDarkLeadToEachOther() {
        assertThat(Theme.LIGHT.other()).isEqualTo(Theme.DARK);
        assertThat(Theme.DARK.other()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void everySeverityLooksDifferent() {
        assertThat(Arrays.stream(Severity.values()).map(Status::of)).doesNotHaveDuplicates();
    }
}
