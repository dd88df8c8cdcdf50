package dev.gatescope.console.faults;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Parts of a form: a control with its name above and what it takes, or what is wrong, below. */
final class Field {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private Field() {}

    /**
     * A field to type into.
     *
     * @param unit stands after the field; may be empty
     * @param hint what it takes, while nothing is wrong
     */
    static VBox typed(String name, Entry entry, String unit, String hint, String id) {
        var field = text(entry, id);
        return captioned(name, field, line(field, unit), below(entry, hint, id));
    }

    /** The same, with a switch before the field that lets it count. */
    static VBox switched(
            String name, Control toggle, Entry entry, String unit, String hint, String id) {
        var field = text(entry, id);
        var line = line(field, unit);
        line.getChildren().addFirst(toggle);
        return captioned(name, field, line, below(entry, hint, id));
    }

    /** A field with one of a parameter's values. */
    static VBox chosen(String name, Entry entry, List<String> values, String hint, String id) {
        var box = box(values, UnaryOperator.identity(), id);
        box.valueProperty().bindBidirectional(entry.textProperty());
        return captioned(name, box, box, below(entry, hint, id));
    }

    /** A box of choices. */
    static <T> ComboBox<T> box(List<T> values, Function<T, String> words, String id) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null;
                    }
                });
        return box;
    }

    /** Anything with its name above and a hint below. */
    static VBox captioned(String name, Control control, Node line, Node below) {
        var caption = caption(name);
        caption.setLabelFor(control);
        return new VBox(Space.XS, caption, line, below);
    }

    /** What is wrong with an entry that somebody has changed; before that, what it takes. */
    static Label below(Entry entry, String hint, String id) {
        var label = hint(hint);
        label.setId(id + "-says");
        Runnable tell =
                () -> {
                    String problem =
                            entry.touchedProperty().get() ? entry.problemProperty().get() : "";
                    label.setText(problem.isEmpty() ? hint : problem);
                    label.pseudoClassStateChanged(WRONG, !problem.isEmpty());
                };
        entry.problemProperty().subscribe(tell);
        entry.touchedProperty().subscribe(tell);
        tell.run();
        return label;
    }

    private static TextField text(Entry entry, String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(4);
        field.textProperty().bindBidirectional(entry.textProperty());
        return field;
    }

    private static HBox line(TextField field, String unit) {
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(Space.S, field);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!unit.isEmpty()) {
            var after = caption(unit);
            after.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(after);
        }
        return line;
    }

    /** What goes into a field, in small letters. */
    static Label hint(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll(Style.MUTED, Style.SMALL, "field-says");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        return label;
    }
}
