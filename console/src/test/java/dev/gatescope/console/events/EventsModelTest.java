package dev.gatescope.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class EventsModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final EventsModel model = new EventsModel(gateway, new Feed(), pulse, 100);

    @Test
    void theNewestComesFirst() {
        come(1, 3);
        come(4, 4);

        assertThat(shownNumbers()).containsExactly(4, 3, 2, 1);
    }

    @Test
    void aLatecomerTakesItsPlace() {
        model.onEvents(List.of(event(1), event(4)), 0);
        model.onEvents(List.of(event(2), event(5)), 0);

        assertThat(shownNumbers()).containsExactly(5, 4, 2, 1);
    }

    @Test
    void pausingLosesNothing() {
        come(1, 10);
        model.pausedProperty().set(true);

        for (int second = 0; second < 8; second++) {
            come(11 + 10 * second, 20 + 10 * second);
        }
        assertThat(shownNumbers()).hasSize(10).startsWith(10);
        assertThat(model.waitingProperty().get()).isEqualTo(80);

        model.pausedProperty().set(false);
        assertThat(shownNumbers()).hasSize(90).startsWith(90).endsWith(1);
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void whatPausedTooLongIsForgottenAndSaid() {
        come(1, 10);
        model.pausedProperty().set(true);
        come(11, 150);
        assertThat(shownNumbers()).hasSize(10);

        model.pausedProperty().set(false);

        assertThat(shownNumbers()).hasSize(100).startsWith(150).endsWith(51);
        assertThat(model.summaryProperty().get())
                .isEqualTo(
                        "100 shown of 100 kept, 50 older ones forgotten (the newest 100 are kept)");
    }

    @Test
    void whoReadsFurtherDownIsNotDisturbed() {
        come(1, 10);
        model.scrolled(true);
        come(11, 12);
        assertThat(shownNumbers()).startsWith(10);

        model.scrolled(false);
        assertThat(shownNumbers()).startsWith(12);
    }

    @Test
    void whoChoseAnEventIsNotDisturbedUntilTheyFollowAgain() {
        come(1, 10);
        model.open(event(3).id());
        come(11, 12);
        assertThat(model.waitingProperty().get()).isEqualTo(2);

        model.follow();

        assertThat(model.selectedProperty().get()).isNull();
        assertThat(shownNumbers()).startsWith(12);
    }

    @Test
    void theFilterHoldsForWhatIsThereAndWhatComes() {
        come(1, 4);
        model.filterProperty().set(errorsOnly());
        assertThat(shownNumbers()).isEmpty();
        assertThat(model.nothingShownProperty().get().what()).contains("filter");

        model.onEvents(List.of(event(5), error(6)), 0);

        assertThat(shownNumbers()).containsExactly(6);
        assertThat(model.summaryProperty().get()).isEqualTo("1 shown of 6 kept");
    }

    @Test
    void onlyWhatPassesTheFilterWaits() {
        model.filterProperty().set(errorsOnly());
        model.pausedProperty().set(true);
        come(1, 1);
        model.pausedProperty().set(false);
        model.pausedProperty().set(true);

        model.onEvents(List.of(event(2), error(3)), 0);

        assertThat(model.waitingProperty().get()).isEqualTo(1);
    }

    @Test
    void theJournalFillsWhatWasMissedOnEveryNewLink() {
        gateway.journal.addAll(List.of(event(2), event(1)));
        model.onLink(Samples.live());
        pulse.beat();
        come(5, 5);
        gateway.journal.addAll(0, List.of(event(5), event(4), event(3)));

        model.onLink(Samples.lost("The connection broke."));
        model.onLink(Samples.live());
        pulse.beat();

        assertThat(shownNumbers()).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void aJournalThatCannotBeReadIsSaidAndNothingElseHappens() {
        gateway.fail("The gateway is busy.");
        model.onLink(Samples.live());
        pulse.beat();

        assertThat(model.troubleProperty().get())
                .isEqualTo("Earlier events are missing. The gateway is busy.");
        assertThat(model.nothingShownProperty().get().how()).contains("demo traffic");
    }

    private static EventFilter errorsOnly() {
        return new EventFilter(TypeChoice.ALL, Severity.ERROR, "", "", "");
    }

    private void come(int first, int last) {
        model.onEvents(
                IntStream.rangeClosed(first, last).mapToObj(EventsModelTest::event).toList(), 0);
    }

    private List<Object> shownNumbers() {
        var numbers = new ArrayList<>();
        model.shown().forEach(event -> numbers.add(event.data().get("number")));
        return numbers;
    }

    private static Event event(int number) {
        return Samples.event(number, "connection.opened", Severity.INFO, null);
    }

    private static Event error(int number) {
        return Samples.event(number, "message.failed", Severity.ERROR, null);
    }
}
