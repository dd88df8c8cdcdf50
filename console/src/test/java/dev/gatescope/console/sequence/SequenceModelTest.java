package dev.gatescope.console.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Lives;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.shell.Status;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.StreamFrame;
import dev.gatescope.shared.sequence.Row;

import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class SequenceModelTest {
    private static final String A = "conn_00000000000a";
    private static final String B = "conn_00000000000b";

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final Feed feed = new Feed();
    private final SimpleObjectProperty<@Nullable ConnectionInfo> chosen =
            new SimpleObjectProperty<>(null);
    private final SequenceModel model = new SequenceModel(gateway, feed, pulse, clock, chosen);

    @Test
    void whatIsNewAppearsBelowWhatIsThere() {
        chosen.set(Lives.fixed(A, Samples.NOON, 0).connection());
        var before = List.copyOf(model.lines().subList(0, 8));
        assertThat(model.verdict().get().words()).isEqualTo("In order so far");

        chosen.set(Lives.fixed(A, Samples.NOON, 1).connection());

        assertThat(model.lines().subList(0, 8)).isEqualTo(before);
        assertThat(model.lines()).hasSize(before.size() + 9);
        assertThat(model.verdict().get()).isEqualTo(new Verdict(Status.GOOD, "All steps in order"));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        chosen.set(Lives.legacy(B, Samples.NOON).connection());

        assertThat(model.verdict().get())
                .isEqualTo(
                        new Verdict(
                                Status.BAD,
                                "Out of order: accept · Missing: wait for startup, register,"
                                        + " route to its handler"));
    }

    @Test
    void anotherConnectionBeginsAnew() {
        chosen.set(Lives.legacy(B, Samples.NOON).connection());
        chosen.set(Samples.connection(A, false, Samples.NOON));
        assertThat(model.lines()).isEmpty();

        chosen.set(null);

        assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
    }

    @Test
    void twoAreComparedAndTheSecondLivesOn() {
        chosen.set(Lives.fixed(A, Samples.NOON, 1).connection());
        gateway.connections.add(Lives.legacy(B, Samples.NOON).connection());
        model.compareWith(B);
        pulse.beat();
        assertThat(model.comparing().get()).isTrue();
        assertThat(model.lines())
                .filteredOn(Line.Parting.class::isInstance)
                .singleElement()
                .isEqualTo(
                        new Line.Parting(
                                "They part here: %s has “accept with jwt-auth” at +1 ms, %s lacks"
                                                .formatted(A, B)
                                        + " “accept” (comes later)."));

        gateway.connections.set(
                0, Lives.legacy(B, Samples.NOON).closed(1000, "client", "").connection());
        clock.advance(Duration.ofSeconds(2));
        pulse.beat();
        pulse.beat();

        assertThat(model.lines().getLast())
                .isInstanceOfSatisfying(
                        Line.Two.class,
                        last ->
                                assertThat(last.right())
                                        .extracting(Row::text)
                                        .isEqualTo("close 1000 by client"));
        model.stopComparing();
        assertThat(model.lines()).allMatch(Line.One.class::isInstance);
    }

    @Test
    void whereTheSecondIsNotToBeHadItIsSaidWhy() {
        chosen.set(Lives.fixed(A, Samples.NOON, 1).connection());
        model.compareWith(B);
        pulse.beat();

        assertThat(model.problem().get()).isEqualTo("There is no connection " + B + ".");
        assertThat(model.comparing().get()).isFalse();
    }

    @Test
    void theOneChosenBeforeIsOfferedFirstAndNoneWithItself() {
        gateway.observe(feed);
        gateway.say(
                new StreamFrame(
                        1,
                        null,
                        List.of(),
                        List.of(
                                Samples.connection(A, false, Samples.NOON),
                                Samples.connection(B, false, Samples.NOON),
                                Samples.connection("conn_c", false, Samples.NOON)),
                        0));
        feed.drain();
        chosen.set(Samples.connection(A, false, Samples.NOON).withTimeline(List.of()));
        chosen.set(Samples.connection("conn_c", false, Samples.NOON).withTimeline(List.of()));

        assertThat(model.candidates()).extracting(Candidate::id).containsExactly(A, B);
    }

    @Test
    void aDiagramIsSavedAsEitherKind(@TempDir Path folder) throws Exception {
        chosen.set(Lives.fixed(A, Samples.NOON, 1).connection());
        model.save(Format.SVG, folder.resolve("a.svg"));
        untilSaid();
        assertThat(model.notice().get()).isEqualTo("Saved as a.svg.");
        model.save(Format.MERMAID, folder.resolve("a.mmd"));
        untilSaid();

        assertThat(Files.readString(folder.resolve("a.svg"))).startsWith("<svg");
        assertThat(Files.readString(folder.resolve("a.mmd"))).startsWith("sequenceDiagram");
    }

    @Test
    void aFolderThatIsNotThereIsToldInOneSentence(@TempDir Path folder) {
        chosen.set(Lives.fixed(A, Samples.NOON, 1).connection());
        model.save(Format.SVG, folder.resolve("gone").resolve("a.svg"));
        untilSaid();

        assertThat(model.problem().get())
                .isEqualTo("a.svg could not be written; choose another folder or name.");
    }

    /** Files are written elsewhere; the word of it comes on a beat. */
    private void untilSaid() {
        while (model.notice().get().isEmpty() && model.problem().get().isEmpty()) {
            pulse.beat();
            Thread.onSpinWait();
        }
    }
}
