package dev.gatescope.console.sequence;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.sequence.Comparison;
import dev.gatescope.shared.sequence.SequenceDiagram;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The sequence of the connection that is chosen elsewhere, while it lives as it happens, and beside
 * it that of another one. For the models' thread alone.
 */
public final class SequenceModel {
    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(1);

    private final GatewayControl gateway;
    private final Answers answers;
    private final InstantSource clock;
    private final Candidates candidates = new Candidates();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private @Nullable SequenceDiagram diagram;
    private @Nullable String otherId;
    private @Nullable SequenceDiagram other;
    private Instant askedAt = Instant.EPOCH;
    private boolean asking;

    /**
     * @param connection the chosen connection with its timeline; null while none is chosen
     */
    public SequenceModel(
            GatewayControl gateway,
            Feed feed,
            Pulse pulse,
            InstantSource clock,
            ObservableValue<@Nullable ConnectionInfo> connection) {
        this.gateway = gateway;
        this.answers = new Answers(pulse);
        this.clock = clock;
        feed.register(candidates);
        pulse.onBeat(this::onBeat);
        connection.subscribe(this::show);
    }

    /** Whether two connections are shown. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    /** The diagram from the top to the bottom; only the model changes it. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** Whether the steps of the chosen connection came in order. */
    ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** What became of the last file; empty before the first. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Why something could not be done; empty while nothing went wrong. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The chosen connection's id; empty while none is chosen. */
    String id() {
        return diagram == null ? "" : diagram.connection();
    }

    /** The id of the one that it is compared with; empty while there is none. */
    String otherId() {
        return otherId == null ? "" : otherId;
    }

    /** What the chosen one can be compared with, the likeliest first. */
    List<Candidate> candidates() {
        return candidates.except(diagram == null ? null : diagram.connection());
    }

    /** Puts another connection beside the chosen one. */
    void compareWith(String id) {
        problem.set("");
        otherId = id;
        other = null;
        ask(id);
    }

    /** Shows the chosen connection alone. */
    void stopComparing() {
        problem.set("");
        otherId = null;
        other = null;
        arrange();
    }

    /** Saves the chosen connection's diagram. */
    void save(Format format, Path file) {
        if (diagram == null) {
            return;
        }
        String text = format.text(diagram);
        notice.set("");
        problem.set("");
        answers.await(
                CompletableFuture.runAsync(() -> write(file, text)),
                done -> notice.set("Saved as " + file.getFileName() + "."),
                failure ->
                        problem.set(
                                file.getFileName()
                                        + " could not be written; choose another folder or name."));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(@Nullable ConnectionInfo connection) {
        if (connection == null) {
            diagram = null;
            stopComparing();
            return;
        }
        boolean another = !connection.id().equals(id());
        if (another) {
            candidates.noteChosen(connection);
            notice.set("");
            diagram = null;
        }
        if (connection.id().equals(otherId)) {
            otherId = null;
            other = null;
        }
        if (connection.timeline() != null) {
            diagram = SequenceDiagram.of(connection.id(), connection.timeline());
        }
        if (another || connection.timeline() != null) {
            arrange();
        }
    }

    /** The other one lives too. */
    private void onBeat() {
        String id = otherId;
        if (id != null
                && !asking
                && (other == null || !other.over())
                && problem.get().isEmpty()
                && !clock.instant().isBefore(askedAt.plus(ASK_AT_MOST_EVERY))) {
            ask(id);
        }
    }

    private void ask(String id) {
        askedAt = clock.instant();
        asking = true;
        answers.await(
                gateway.connection(id),
                answer -> {
                    asking = false;
                    if (id.equals(otherId)) {
                        var events = answer.timeline();
                        other = SequenceDiagram.of(id, events == null ? List.of() : events);
                        arrange();
                    }
                },
                sentence -> {
                    asking = false;
                    if (id.equals(otherId)) {
                        problem.set(sentence);
                    }
                });
    }

    private void arrange() {
        var now = diagram;
        var beside = other;
        comparing.set(now != null && beside != null);
        verdict.set(now == null ? Verdict.NONE : Verdict.of(now));
        if (now == null) {
            lines.clear();
        } else if (beside == null) {
            replaceWith(now.rows().stream().<Line>map(Line.One::new).toList());
        } else {
            replaceWith(linesOf(Comparison.of(now, beside)));
        }
    }

    private static List<Line> linesOf(Comparison comparison) {
        List<Line> all = new ArrayList<>();
        comparison.pairs().forEach(pair -> all.add(Line.Two.of(pair)));
        var divergence = comparison.divergence();
        if (divergence != null) {
            all.add(divergence.pair(), new Line.Parting(divergence.words()));
        }
        return all;
    }

    /** Leaves what is the same at the top as it is, so that a list that shows it stays there. */
    private void replaceWith(List<Line> newer) {
        int same = 0;
        while (same < Math.min(lines.size(), newer.size())
                && lines.get(same).equals(newer.get(same))) {
            same++;
        }
        lines.remove(same, lines.size());
        lines.addAll(newer.subList(same, newer.size()));
    }
}
