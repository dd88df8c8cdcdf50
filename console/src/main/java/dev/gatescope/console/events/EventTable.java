package dev.gatescope.console.events;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/**
 * The list of events, newest first. It follows the newest until someone scrolls away from them or
 * selects an event.
 */
final class EventTable {
    /** The message takes what the other columns leave. */
    private static final double WIDEST = 2_000;

    private final EventsModel model;
    private final DateTimeFormatter clockTime;
    private final TableView<Event> table = new TableView<>();

    EventTable(EventsModel model, ZoneId zone) {
        this.model = model;
        clockTime = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        table.setId("events-table");
        table.setItems(model.shown());
        table.setFixedCellSize(Space.ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.DENSE, Style.CARD_TABLE);
        var hint = new EmptyHint(Feather.LIST, "", "");
        model.nothingShownProperty().subscribe(why -> hint.say(why.what(), why.how()));
        table.setPlaceholder(hint);
        addColumns();
        bindSelection();
        table.skinProperty().subscribe(this::watchScrolling);
    }

    Node node() {
        return table;
    }

    private void addColumns() {
        var time = column("Time", 104, Event::time);
        time.setCellFactory(column -> new TimeCell(clockTime));
        var severity = column("Severity", 92, Event::severity);
        severity.setCellFactory(column -> new SeverityCell());
        var type = column("Type", 196, Event::type);
        var connection = column("Connection", 136, Event::connection);
        connection.setCellFactory(column -> new IdCell());
        var user = column("User", 84, Event::user);
        var message = column("Message", 120, Event::message);
        message.setPrefWidth(WIDEST);
        message.setMaxWidth(Double.MAX_VALUE);
        table.getColumns().add(time);
        table.getColumns().add(severity);
        table.getColumns().add(type);
        table.getColumns().add(connection);
        table.getColumns().add(user);
        table.getColumns().add(message);
    }

    /** No value of an event ever changes, so the cells need not watch any. */
    private static <T> TableColumn<Event, T> column(
            String title, double width, Function<Event, T> value) {
        var column = new TableColumn<Event, T>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(1.3 * width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void bindSelection() {
        var selection = table.getSelectionModel();
        selection
                .selectedItemProperty()
                .addListener((property, was, now) -> {
                    if (now != null && !model.arrangingProperty().get()) {
                        model.selectedProperty().set(now);
                    }
                });
        model.selectedProperty()
                .subscribe(event -> {
                    showSelected();
                    if (event == null) {
                        table.scrollTo(0);
                    }
                });
        model.arrangingProperty().subscribe(this::showSelected);
    }

    private void showSelected() {
        if (model.arrangingProperty().get()) {
            return;
        }
        var selection = table.getSelectionModel();
        int place = model.shown().indexOf(model.selectedProperty().get());
        if (place < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != place) {
            selection.clearAndSelect(place);
        }
    }

    private void watchScrolling() {
        for (var node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().subscribe(place -> model.scrolled(place.doubleValue() > 0));
            }
        }
    }

    private static final class IdCell extends TableCell<Event, @Nullable String> {
        IdCell() {
            getStyleClass().add(Style.CODE);
        }

        @Override
        protected void updateItem(@Nullable String id, boolean empty) {
            super.updateItem(id, empty);
            setText(id);
        }
    }

    private static final class TimeCell extends TableCell<Event, Instant> {
        private final DateTimeFormatter format;

        TimeCell(DateTimeFormatter format) {
            this.format = format;
            getStyleClass().add(Style.TABULAR);
        }

        @Override
        protected void updateItem(@Nullable Instant time, boolean empty) {
            super.updateItem(time, empty);
            setText(time == null ? null : format.format(time));
        }
    }

    private static final class SeverityCell extends TableCell<Event, Severity> {
        private final StatusBadge badge = new StatusBadge(Status.NEUTRAL, "");

        @Override
        protected void updateItem(@Nullable Severity severity, boolean empty) {
            super.updateItem(severity, empty);
            if (severity != null) {
                badge.show(Status.of(severity), severity.word());
            }
            setGraphic(severity == null ? null : badge);
        }
    }
}
