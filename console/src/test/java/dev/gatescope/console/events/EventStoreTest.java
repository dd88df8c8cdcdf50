package dev.gatescope.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.util.List;

class EventStoreTest {
    private final EventStore store = new EventStore(3);

    @Test
    void keepsEachEventOnceInTheOrderOfIds() {
        store.add(List.of(event(2), event(1)));

        assertThat(store.add(List.of(event(3), event(2)))).containsExactly(event(3));
        assertThat(store.newestFirst()).containsExactly(event(3), event(2), event(1));
    }

    @Test
    void forgetsTheOldestAndCountsThem() {
        store.add(List.of(event(1), event(2), event(3)));

        assertThat(store.add(List.of(event(4), event(5)))).containsExactly(event(4), event(5));

        assertThat(store.oldestId()).isEqualTo(event(3).id());
        assertThat(store.forgotten()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanAllWhenItIsFullIsNotNew() {
        store.add(List.of(event(5), event(6), event(7)));

        assertThat(store.add(List.of(event(1)))).isEmpty();
        assertThat(store.find(event(1).id())).isNull();
    }

    @Test
    void tellsWhatThereWasUpToAnEvent() {
        store.add(List.of(event(1), event(2), event(3)));

        assertThat(store.newestFirstUpTo(event(2).id())).containsExactly(event(2), event(1));
    }

    private static Event event(int number) {
        return Samples.event(number, "connection.opened", Severity.INFO, null);
    }
}
