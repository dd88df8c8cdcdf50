package dev.gatescope.console.events;

import atlantafx.base.controls.CustomTextField;

import dev.gatescope.console.shell.Space;
import dev.gatescope.shared.admin.Severity;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The boxes above the list, which together are one filter. */
final class FilterBar {
    private static final double TYPE_WIDTH = 200;
    private static final double SEVERITY_WIDTH = 190;

    private final ComboBox<TypeChoice> type = new ComboBox<>();
    private final ComboBox<Severity> severity = new ComboBox<>();
    private final CustomTextField text = field("Search (Ctrl+F)", 16);
    private final CustomTextField connection = field("Connection id", 12);
    private final CustomTextField user = field("User", 8);
    private final HBox bar = new HBox(Space.S);

    FilterBar(ObjectProperty<EventFilter> filter) {
        type.getItems().setAll(TypeChoice.all());
        type.setId("events-type");
        severity.getItems().setAll(Severity.values());
        severity.setId("events-severity");
        type.setMinWidth(TYPE_WIDTH);
        severity.setMinWidth(SEVERITY_WIDTH);
        severity.setConverter(new SeverityWords());
        text.setId("events-text");
        text.setLeft(new FontIcon(Feather.SEARCH));
        HBox.setHgrow(text, Priority.ALWAYS);
        clear();
        Runnable change = () -> filter.set(current());
        type.valueProperty().subscribe(change);
        severity.valueProperty().subscribe(change);
        for (var field : List.of(text, connection, user)) {
            field.textProperty().subscribe(change);
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().addAll(text, type, severity, connection, user);
    }

    Node node() {
        return bar;
    }

    void focus() {
        text.requestFocus();
        text.selectAll();
    }

    void clear() {
        type.setValue(TypeChoice.ALL);
        severity.setValue(Severity.DEBUG);
        List.of(text, connection, user).forEach(TextField::clear);
    }

    /** Lets errors pass alone, whatever the other boxes held. */
    void showErrors() {
        clear();
        severity.setValue(Severity.ERROR);
    }

    private EventFilter current() {
        return new EventFilter(
                type.getValue(),
                severity.getValue(),
                connection.getText(),
                user.getText(),
                text.getText());
    }

    private static CustomTextField field(String prompt, int columns) {
        var field = new CustomTextField();
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        return field;
    }

    private static final class SeverityWords extends StringConverter<Severity> {
        @Override
        public String toString(Severity severity) {
            return switch (severity) {
                case DEBUG -> "All severities";
                case INFO -> "Info and above";
                case WARNING -> "Warnings and errors";
                case ERROR -> "Errors only";
            };
        }

        @Override
        public Severity fromString(String words) {
            throw new UnsupportedOperationException("The box is not editable.");
        }
    }
}
