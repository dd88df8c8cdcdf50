package dev.gatescope.console.compare;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * A small table: a name in the first column, then figures, as far apart as there is room. For the
 * JavaFX thread.
 */
final class TextGrid extends GridPane {
    private static final double NAMES = 26; // per cent of the width

    /** A table with these titles. */
    TextGrid(String... titles) {
        super(Space.L, Space.S);
        var name = new ColumnConstraints();
        name.setPercentWidth(NAMES);
        getColumnConstraints().add(name);
        var figure = new ColumnConstraints();
        figure.setMinWidth(Region.USE_PREF_SIZE);
        figure.setHalignment(HPos.RIGHT);
        figure.setHgrow(Priority.ALWAYS);
        var row = new Node[titles.length];
        for (int i = 0; i < titles.length; i++) {
            row[i] = title(titles[i], i > 0);
            if (i > 0) {
                getColumnConstraints().add(figure);
            }
        }
        addRow(0, row);
    }

    /** The last column has words, which begin where the others do. */
    void lastInWords() {
        var words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().set(getColumnCount() - 1, words);
    }

    /** Adds a row. */
    void add(Node... cells) {
        addRow(getRowCount(), cells);
    }

    /** A text that may take two lines. */
    static Label name(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** A figure, with what it rests on beneath. */
    static Node figure(String text, String beneath) {
        var number = figure(text);
        if (beneath.isEmpty()) {
            return number;
        }
        var small = new Label(beneath);
        small.getStyleClass().addAll(Style.CAPTION, Style.SMALL);
        var both = new VBox(number, small);
        both.setAlignment(Pos.CENTER_RIGHT);
        return both;
    }

    static Label figure(String text) {
        var label = new Label(text);
        label.getStyleClass().add("grid-figure");
        return label;
    }

    private static Label title(String text, boolean figure) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        if (figure) {
            label.setTextAlignment(TextAlignment.RIGHT);
        }
        return label;
    }
}
