package dev.gatescope.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EventFieldsTest {
    @Test
    void saysWhoAndWhyFirstAndLeavesOutWhatIsNotThere() {
        var event =
                new Event(
                        "evt_9",
                        Samples.NOON,
                        "message.failed",
                        Severity.ERROR,
                        "conn_1",
                        null,
                        "evt_8",
                        List.of("evt_6", "evt_7"),
                        List.of("fault_1"),
                        "It failed.",
                        Map.of("took_ms", 12, "code", "HANDLER_FAILED"));

        assertThat(EventFields.of(event))
                .extracting(field -> field.name() + "=" + field.value())
                .containsExactly(
                        "id=evt_9",
                        "time=2026-03-01T12:00:00Z",
                        "connection=conn_1",
                        "caused by=evt_8",
                        "also caused by=evt_6",
                        "also caused by=evt_7",
                        "fault=fault_1",
                        "code=HANDLER_FAILED",
                        "took ms=12");
    }

    @Test
    void onlyCausesCanBeOpened() {
        var event = Samples.event(1, "connection.ready", Severity.INFO, "conn_1");

        assertThat(EventFields.of(event))
                .filteredOn(field -> field.kind() == EventFields.Kind.EVENT)
                .extracting(EventFields.Field::name)
                .containsExactly("caused by");
    }
}
