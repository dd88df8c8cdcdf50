package dev.gatescope.console.connections;

import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The connections that are shown: filtered, in the order that was asked for, one of them chosen. A
 * connection's row changes in place with every beat; rows come, go and move at most once a second,
 * as sorting thousands of rows is what makes tables freeze. For the models' thread alone.
 */
public final class ConnectionsModel implements FeedListener {
    private static final int KEPT = 10_000;
    private static final Duration ARRANGE_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final Comparator<ConnectionRow> NEWEST_FIRST =
            Comparator.comparing((ConnectionRow row) -> row.now().openedAt())
                    .thenComparing(ConnectionRow::id)
                    .reversed();

    private final InstantSource clock;
    private final ConnectionTable table = new ConnectionTable(KEPT);
    private final ObservableList<ConnectionRow> shown = FXCollections.observableArrayList();
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Counts> counts =
            new ReadOnlyObjectWrapper<>(new Counts(0, 0, 0, 0));
    private final DetailModel detail;
    private final RefusedModel refused;

    private Predicate<ConnectionInfo> filter = connection -> true;
    private Comparator<ConnectionRow> order = NEWEST_FIRST;
    private Instant arrangedAt = Instant.EPOCH;
    private boolean changed;

    /** The connections' model; lives from the feed at once. */
    public ConnectionsModel(GatewayControl control, Feed feed, Pulse pulse, InstantSource clock) {
        this.clock = clock;
        detail = new DetailModel(control, pulse, clock);
        refused = new RefusedModel(control, pulse, clock);
        filterText.subscribe(this::filter);
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /**
     * How many connections there are.
     *
     * @param shown those that pass the filter
     */
    record Counts(int open, int ready, int closed, int shown) {
        /** The counts in words. */
        String text() {
            return "%,d open, %,d of them ready, %,d closed, %,d shown"
                    .formatted(open, ready, closed, shown);
        }

        /** What is missing while none is shown. */
        String whyNothing() {
            return open + closed == 0
                    ? "Connections appear here as clients come"
                    : "No connection passes the filter";
        }

        /** What to do about it. */
        String howToSeeSome() {
            return open + closed == 0
                    ? "They stay after they are closed. Connect a client or run the demo traffic."
                    : "%,d are hidden. Esc clears the filter.".formatted(open + closed);
        }
    }

    /** What is in the table, in its order; only the model changes it. */
    ObservableList<ConnectionRow> shown() {
        return shown;
    }

    /** What was typed into the filter box; see {@link ConnectionFilter}. */
    StringProperty filterText() {
        return filterText;
    }

    ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** The chosen connection. */
    DetailModel detail() {
        return detail;
    }

    /** The chosen connection with its timeline; null while none is chosen. */
    public ReadOnlyObjectProperty<@Nullable ConnectionInfo> chosen() {
        return detail.connection();
    }

    /** The requests that never became a connection. */
    RefusedModel refused() {
        return refused;
    }

    /** Chooses a connection, also one that the filter hides or that is no longer in the table. */
    public void choose(String id) {
        detail.choose(id, table.row(id));
    }

    /** Puts the rows in another order, at once; null is newest first. */
    void orderBy(@Nullable Comparator<ConnectionRow> newOrder) {
        order = newOrder == null ? NEWEST_FIRST : newOrder.thenComparing(NEWEST_FIRST);
        arrange();
    }

    @Override
    public void onLink(Link link) {
        detail.onLink(link);
    }

    @Override
    public void onRestart() {
        table.restart();
        changed = true;
    }

    @Override
    public void onConnections(List<ConnectionInfo> connections) {
        for (var connection : connections) {
            table.put(connection);
        }
        changed = true;
    }

    private void onBeat() {
        if (changed && !clock.instant().isBefore(arrangedAt.plus(ARRANGE_AT_MOST_EVERY))) {
            arrangedAt = clock.instant();
            arrange();
        }
        String id = detail.chosenId();
        var row = id == null ? null : table.row(id);
        if (row != null) {
            detail.onChanged(row.now());
        }
    }

    private void filter(String typed) {
        filter = new ConnectionFilter(typed);
        arrange();
    }

    private void arrange() {
        var arranged = new ArrayList<ConnectionRow>();
        for (var row : table.rows()) {
            if (filter.test(row.now())) {
                arranged.add(row);
            }
        }
        arranged.sort(order);
        if (!arranged.equals(shown)) {
            shown.setAll(arranged);
        }
        counts.set(new Counts(table.open(), table.ready(), table.closed(), arranged.size()));
        changed = false;
    }
}
