package dev.gatescope.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
    private static final Event WARNING =
            Samples.event(7, "message.refused", Severity.WARNING, "conn_00000000000a");

    @ParameterizedTest
    @CsvSource({
        "'', DEBUG, '', '', '', true",
        "message., DEBUG, '', '', '', true",
        "message.refused, DEBUG, '', '', '', true",
        "message.refus, DEBUG, '', '', '', false",
        "connection., DEBUG, '', '', '', false",
        "'', WARNING, '', '', '', true",
        "'', ERROR, '', '', '', false",
        "'', DEBUG, 000A, '', '', true",
        "'', DEBUG, 000b, '', '', false",
        "'', DEBUG, '', ' Alice ', '', true",
        "'', DEBUG, '', bob, '', false",
        "'', DEBUG, '', '', number 7, true",
        "'', DEBUG, '', '', REFUSED, true",
        "'', DEBUG, '', '', nothing like it, false",
    })
    void letsPass(
            String type,
            Severity atLeast,
            String connection,
            String user,
            String text,
            boolean passes) {
        var filter = new EventFilter(new TypeChoice(type), atLeast, connection, user, text);

        assertThat(filter.test(WARNING)).isEqualTo(passes);
    }

    @Test
    void anEventOfNoConnectionHasNoUserToMatch() {
        var event = Samples.event(1, "component.ready", Severity.INFO, null);

        assertThat(EventFilter.NONE.test(event)).isTrue();
        assertThat(new EventFilter(TypeChoice.ALL, Severity.DEBUG, "", "alice", "").test(event))
                .isFalse();
    }

    @Test
    void aFamilyStandsBeforeItsTypes() {
        assertThat(TypeChoice.all())
                .startsWith(TypeChoice.ALL)
                .containsSubsequence(
                        new TypeChoice("message."),
                        new TypeChoice("message.received"),
                        new TypeChoice("registration."))
                .doesNotHaveDuplicates();
        assertThat(new TypeChoice("message.")).hasToString("All of message.*");
    }
}
