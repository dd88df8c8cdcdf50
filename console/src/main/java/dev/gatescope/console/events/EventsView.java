package dev.gatescope.console.events;

import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.Event;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.function.Consumer;

/** The live feed of events: filters, the list, and everything about the one that is selected. */
public final class EventsView implements Section {
    private final EventsModel model;
    private final FilterBar filters;
    private final EventTable table;
    private final VBox root;

    /**
     * The view.
     *
     * @param zone in which times are shown
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    public EventsView(EventsModel model, ZoneId zone, Consumer<String> openWhy) {
        this.model = model;
        filters = new FilterBar(model.filterProperty());
        table = new EventTable(model, zone);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        root =
                new VBox(
                        Space.M,
                        head(),
                        filters.node(),
                        table.node(),
                        new EventDetail(model, openWhy).node());
    }

    @Override
    public String id() {
        return "events";
    }

    @Override
    public String title() {
        return "Events";
    }

    @Override
    public Ikon icon() {
        return Feather.LIST;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focusFilter() {
        filters.focus();
    }

    @Override
    public void clear() {
        filters.clear();
        model.follow();
    }

    @Override
    public void pose() {
        model.shown().stream()
                .max(Comparator.comparing(Event::severity))
                .ifPresent(model.selectedProperty()::set);
    }

    /** Shows the errors alone, newest first. */
    public void showErrors() {
        model.follow();
        filters.showErrors();
    }

    private Node head() {
        var title = new Label("Events");
        title.getStyleClass().add(Style.VIEW_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var summary = muted(new Label());
        summary.setId("events-summary");
        summary.textProperty().bind(model.summaryProperty());
        var trouble = muted(new Label());
        trouble.textProperty().bind(model.troubleProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Space.M, title, summary, trouble, space, waiting(), pause());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Says how many events came while the list is held, and shows them. */
    private Button waiting() {
        var waiting = new Button(null, new FontIcon(Feather.ARROW_UP));
        waiting.setId("events-waiting");
        waiting.getStyleClass().add("waiting");
        waiting.textProperty().bind(model.waitingProperty().asString("%,d new"));
        waiting.visibleProperty().bind(model.waitingProperty().greaterThan(0));
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.setOnAction(click -> model.follow());
        return waiting;
    }

    private ToggleButton pause() {
        var pause = new ToggleButton();
        pause.setId("events-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        model.pausedProperty()
                .subscribe(paused -> {
                    pause.setText(paused ? "Resume" : "Pause");
                    pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
                });
        return pause;
    }

    private static Label muted(Label label) {
        label.getStyleClass().add(Style.MUTED);
        return label;
    }
}
