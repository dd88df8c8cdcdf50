package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.util.List;

class EventInboxTest {
    private final EventInbox inbox = new EventInbox(3);

    @Test
    void handsOutEachEventOnceOldestFirst() {
        inbox.add(List.of(event(1)), 0);
        inbox.add(List.of(event(2)), 0);

        assertThat(inbox.take().events()).containsExactly(event(1), event(2));
        assertThat(inbox.take()).isEqualTo(new EventInbox.Batch(List.of(), 0));
    }

    @Test
    void whenNobodyTakesThemTheOldestGoAndAreCounted() {
        assertThat(inbox.add(List.of(event(1), event(2)), 0)).isZero();
        assertThat(inbox.add(List.of(event(3), event(4), event(5)), 0)).isEqualTo(2);

        var batch = inbox.take();

        assertThat(batch.events()).containsExactly(event(3), event(4), event(5));
        assertThat(batch.lost()).isEqualTo(2);
    }

    @Test
    void whatWasLostOnTheWayCountsToo() {
        inbox.add(List.of(event(9)), 40);
        inbox.add(List.of(), 2);

        assertThat(inbox.take().lost()).isEqualTo(42);
    }

    private static Event event(int number) {
        return Samples.event(number, "connection.opened", Severity.INFO, null);
    }
}
