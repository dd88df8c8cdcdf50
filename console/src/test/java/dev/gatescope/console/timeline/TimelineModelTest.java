package dev.gatescope.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class TimelineModelTest {
    private static final ConnectionInfo FIRST = Clients.open(1, Samples.NOON);

    private final SimpleObjectProperty<@Nullable ConnectionInfo> chosen =
            new SimpleObjectProperty<>(null);
    private final TimelineModel model = new TimelineModel(chosen);

    @Test
    void tellsWhenEachEventHappenedAfterTheFirst() {
        chosen.set(Clients.withDetail(FIRST, 1));

        assertThat(model.moments())
                .extracting(Moment::since)
                .startsWith("+0 ms", "+1 ms", "+4 ms")
                .endsWith("+1.21 s");
        assertThat(model.path().get()).contains("authenticated 3 ms", "ready 1 ms");
    }

    @Test
    void newEventsAreAppended() {
        chosen.set(Clients.withDetail(FIRST, 1));
        var first = model.moments().getFirst();

        chosen.set(Clients.withDetail(FIRST, 2));

        assertThat(model.moments()).hasSize(9);
        assertThat(model.moments().getFirst()).isSameAs(first);
    }

    @Test
    void anotherConnectionBeginsAnew() {
        chosen.set(Clients.withDetail(FIRST, 1));

        chosen.set(Clients.open(2, Samples.NOON));

        assertThat(model.moments()).isEmpty();
    }

    @Test
    void longTimesAreShort() {
        assertThat(Moment.words(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
        assertThat(Moment.words(Duration.ofMinutes(61))).isEqualTo("1 h 01 min");
    }
}
