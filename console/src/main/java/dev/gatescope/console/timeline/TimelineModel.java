package dev.gatescope.console.timeline;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The timeline of the connection that is chosen elsewhere. Events that come are appended, so that a
 * list that shows them keeps its place. For the models' thread alone.
 */
public final class TimelineModel {
    private static final Map<String, String> STEPS =
            Map.of(
                    "connection.opened", "opened",
                    "connection.accepted", "accepted",
                    "connection.authenticated", "authenticated",
                    "connection.waiting", "waiting",
                    "connection.registered", "registered",
                    "connection.ready", "ready");

    private final ObservableList<Moment> moments = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper("");

    /**
     * @param connection the chosen connection with its timeline; null while none is chosen
     */
    public TimelineModel(ObservableValue<@Nullable ConnectionInfo> connection) {
        connection.subscribe(this::show);
    }

    /** What happened, oldest first; only the model changes it. */
    ObservableList<Moment> moments() {
        return moments;
    }

    /** The steps on the way to ready, each with the time it took; empty before the first. */
    ReadOnlyStringProperty path() {
        return path.getReadOnlyProperty();
    }

    private void show(@Nullable ConnectionInfo connection) {
        if (connection == null) {
            moments.clear();
            path.set("");
            return;
        }
        if (connection.timeline() == null) { // the table's short form: the timeline is on its way
            if (moments.isEmpty() || !isOf(connection)) {
                moments.clear();
                path.set("");
            }
            return;
        }
        var all =
                connection.timeline().stream()
                        .map(event -> Moment.of(event, connection.openedAt()))
                        .toList();
        if (all.size() >= moments.size() && all.subList(0, moments.size()).equals(moments)) {
            moments.addAll(all.subList(moments.size(), all.size()));
        } else {
            moments.setAll(all);
        }
        path.set(pathOf(connection.timeline()));
    }

    private boolean isOf(ConnectionInfo connection) {
        return connection.id().equals(moments.getFirst().event().connection());
    }

    private static String pathOf(List<Event> events) {
        var words = new StringBuilder();
        Instant before = null;
        for (var event : events) {
            String step = STEPS.get(event.type());
            if (step == null) {
                continue;
            }
            words.append(words.isEmpty() ? "" : "  →  ").append(step);
            if (before != null) {
                words.append(' ').append(Moment.words(Duration.between(before, event.time())));
            }
            before = event.time();
        }
        return words.toString();
    }
}
