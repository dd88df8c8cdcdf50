package dev.gatescope.console.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The stretch of time that the charts of a view share, and what happened in it. A chart paints
 * itself anew whenever {@link #end()} moves, so whoever moves it sets their pace. For the models'
 * thread alone.
 */
public final class TimeAxis implements Axis {
    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));

    private final Duration longest;
    private final ReadOnlyObjectWrapper<Instant> end = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ObservableList<Mark> marks = FXCollections.observableArrayList();
    private final ObservableList<Loss> losses = FXCollections.observableArrayList();

    /** When the first value was recorded; null shows the longest span. */
    private @Nullable Instant begin;

    /**
     * @param longest how much time the charts show when there are values for so long
     */
    public TimeAxis(Duration longest) {
        this.longest = longest;
    }

    /** A moment that somebody gave a name. */
    public record Mark(Instant time, String label) {}

    /**
     * A while in which nothing came from the gateway.
     *
     * @param until null while it lasts
     */
    public record Loss(Instant from, @Nullable Instant until) {}

    /** How much time the charts show: less while there are values for a few minutes only. */
    public Duration span() {
        var first = begin;
        if (first == null) {
            return longest;
        }
        var recorded = Duration.between(first, end.get());
        return SPANS.stream()
                .filter(span -> span.compareTo(recorded) >= 0 && span.compareTo(longest) < 0)
                .findFirst()
                .orElse(longest);
    }

    /** The instant at the right edge. */
    public ReadOnlyObjectProperty<Instant> end() {
        return end.getReadOnlyProperty();
    }

    @Override
    public long from() {
        return start().toEpochMilli();
    }

    @Override
    public long until() {
        return end.get().toEpochMilli();
    }

    @Override
    public ReadOnlyObjectProperty<Instant> moved() {
        return end();
    }

    /** The instant at the left edge. */
    public Instant start() {
        return end.get().minus(span());
    }

    /** The marks within the span or later; only the axis changes them. */
    public ObservableList<Mark> marks() {
        return marks;
    }

    /** The losses within the span; only the axis changes them. */
    public ObservableList<Loss> losses() {
        return losses;
    }

    /** Says that there are values from this instant on; the earliest that was said holds. */
    public void beginAt(Instant first) {
        if (begin == null || first.isBefore(begin)) {
            begin = first;
        }
    }

    /** Slides the axis, forgetting what left it for good. */
    public void advance(Instant to) {
        var start = to.minus(longest);
        marks.removeIf(mark -> mark.time().isBefore(start));
        losses.removeIf(loss -> loss.until() != null && loss.until().isBefore(start));
        end.set(to);
    }

    /** Names a moment; the same one twice is one mark. */
    public void mark(Instant time, String label) {
        var mark = new Mark(time, label);
        if (!marks.contains(mark)) {
            marks.add(mark);
        }
    }

    /** From here on nothing comes. */
    public void lostAt(Instant time) {
        if (losses.isEmpty() || losses.getLast().until() != null) {
            losses.add(new Loss(time, null));
        }
    }

    /** From here on figures come again. */
    public void foundAt(Instant time) {
        if (!losses.isEmpty() && losses.getLast().until() == null) {
            losses.add(new Loss(losses.removeLast().from(), time));
        }
    }
}
