package dev.gatescope.console.events;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EventAdvice;
import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/** Everything about the selected event, below the list; takes no room while none is selected. */
final class EventDetail {
    private static final double HEIGHT = 204;
    private static final double LINE_HEIGHT = 24;
    private static final double FIELD_WIDTH = 208;

    private final EventsModel model;
    private final Consumer<String> openWhy;
    private final Button why = new Button("Why", new FontIcon(Feather.HELP_CIRCLE));
    private final StatusBadge severity = new StatusBadge(Status.NEUTRAL, "");
    private final Label type = new Label();
    private final Label message = new Label();
    private final Label advice = new Label();
    private final FlowPane fields = new FlowPane(Space.L, Space.S);
    private final VBox card;

    /**
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    EventDetail(EventsModel model, Consumer<String> openWhy) {
        this.model = model;
        this.openWhy = openWhy;
        type.getStyleClass().add("card-title");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        advice.setId("event-advice");
        advice.getStyleClass().add(Style.CAPTION);
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        advice.managedProperty().bind(advice.textProperty().isNotEmpty());
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new VBox(Space.S, head(), message, advice, scroll);
        card.setId("event-detail");
        card.getStyleClass().add(Style.CARD);
        card.setMinHeight(HEIGHT);
        card.setPrefHeight(HEIGHT);
        card.setMaxHeight(HEIGHT);
        card.managedProperty().bind(card.visibleProperty());
        card.visibleProperty().bind(model.selectedProperty().isNotNull());
        model.selectedProperty().subscribe(this::show);
    }

    Node node() {
        return card;
    }

    private Node head() {
        var close = new IconButton(Feather.X, "Close (Esc)");
        close.setOnAction(click -> model.follow());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        why.setId("event-why");
        why.getStyleClass().add(Styles.SMALL);
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setTooltip(new Tooltip("Show what explains this event, down to its roots"));
        why.setOnAction(click -> explain());
        why.managedProperty().bind(why.visibleProperty());
        var head = new HBox(Space.M, severity, type, space, why, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void explain() {
        var event = model.selectedProperty().get();
        if (event != null) {
            openWhy.accept(event.id());
        }
    }

    private void show(@Nullable Event event) {
        if (event != null) {
            why.setVisible(event.severity().compareTo(Severity.WARNING) >= 0);
            severity.show(Status.of(event.severity()), event.severity().word());
            type.setText(event.type());
            message.setText(event.message());
            advice.setText(EventAdvice.of(event));
            fields.getChildren().setAll(EventFields.of(event).stream().map(this::node).toList());
        }
    }

    private Node node(EventFields.Field field) {
        var name = new Label(field.name());
        name.getStyleClass().add(Style.CAPTION);
        var line = new HBox(Space.XS, value(field));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(LINE_HEIGHT);
        if (field.kind() != EventFields.Kind.TEXT) {
            line.getChildren().add(copy(field.value()));
        }
        var box = new VBox(name, line);
        box.setMinWidth(FIELD_WIDTH);
        return box;
    }

    private Node value(EventFields.Field field) {
        if (field.kind() == EventFields.Kind.EVENT) {
            var link = new Hyperlink(field.value());
            link.getStyleClass().add(Style.CODE);
            link.setOnAction(click -> model.open(field.value()));
            return link;
        }
        var text = new Label(field.value());
        text.getStyleClass().add(Style.CODE);
        text.setWrapText(true);
        return text;
    }

    private static Button copy(String value) {
        var copy = new IconButton(Feather.COPY, "Copy");
        copy.getStyleClass().addAll(Styles.SMALL, "copy");
        copy.setOnAction(click -> IconButton.copy(value));
        return copy;
    }
}
