package dev.gatescope.console.why;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.chain.Chain;
import dev.gatescope.shared.chain.Chain.Line;
import dev.gatescope.shared.chain.RootKind;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** One step of a chain: what happened, when and where, what shows it, and whether it is a root. */
final class StepRow {
    private final DateTimeFormatter clockTime;
    private final Consumer<String> openConnection;

    /**
     * @param openConnection shows the connection of that id, elsewhere
     */
    StepRow(ZoneId zone, Consumer<String> openConnection) {
        clockTime = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        this.openConnection = openConnection;
    }

    /**
     * @param explained whether a step that explains this one follows
     */
    Node of(Line line, boolean explained) {
        var words = new VBox(2, link(line), sentence(line));
        line.root().ifPresent(kind -> words.getChildren().add(rooted(line, kind)));
        words.getChildren().add(whenAndWhere(line));
        if (!line.step().evidence().isEmpty()) {
            words.getChildren().add(evidence(line));
        }
        words.getStyleClass().add("step-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(Space.S, new Rails(line, explained, mark(line)), words);
        row.getStyleClass().add("step");
        return row;
    }

    private static StackPane mark(Line line) {
        var mark = new StackPane();
        mark.getStyleClass().add("mark");
        if (line.root().isPresent()) {
            var kind = line.root().get();
            mark.getChildren().add(RootLook.shape(kind));
            mark.getStyleClass().add(RootLook.styleClass(kind));
        } else if (line.depth() == 0) {
            mark.getChildren().add(new FontIcon(Feather.ALERT_OCTAGON));
            mark.getStyleClass().add("symptom");
        } else {
            var dot = new Region();
            dot.getStyleClass().add("dot");
            mark.getChildren().add(dot);
        }
        return mark;
    }

    private static Label link(Line line) {
        var link = new Label(line.link().isEmpty() ? "symptom" : line.link());
        link.getStyleClass().addAll(Style.MUTED, Style.SMALL);
        return link;
    }

    private static Label sentence(Line line) {
        var sentence = new Label(Chain.plain(line.step().sentence()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("step-sentence");
        if (line.depth() == 0 || line.root().isPresent()) {
            sentence.getStyleClass().add("step-end");
        }
        return sentence;
    }

    private static Node rooted(Line line, RootKind kind) {
        var row = new HBox(Space.M, RootLook.badge(kind));
        row.setAlignment(Pos.CENTER_LEFT);
        if (kind == RootKind.FAULT) {
            line.receipts().forEach(fault -> row.getChildren().add(copied("receipt", fault)));
        }
        return row;
    }

    private Node whenAndWhere(Line line) {
        var row = new HBox(Space.M);
        row.setAlignment(Pos.CENTER_LEFT);
        var event = line.event();
        if (event != null) {
            var time = new Label(clockTime.format(event.time()));
            time.getStyleClass().addAll(Style.TABULAR, Style.MUTED);
            row.getChildren().add(time);
        }
        if (!line.step().component().isEmpty()) {
            var part = new Label(line.step().component().replace('_', ' '));
            part.getStyleClass().add(Style.MUTED);
            row.getChildren().add(part);
        }
        if (event != null && event.connection() != null) {
            row.getChildren().add(connection(event.connection()));
        }
        row.getChildren().add(copied("event", line.step().event()));
        return row;
    }

    private Node connection(String id) {
        var link = new Hyperlink(id);
        link.getStyleClass().add(Style.CODE);
        link.setOnAction(click -> openConnection.accept(id));
        return link;
    }

    private static Node evidence(Line line) {
        var chips = new FlowPane(Space.S, Space.XS);
        for (var evidence : line.step().evidence()) {
            var chip = new Label(evidence);
            chip.setWrapText(true);
            chip.getStyleClass().addAll(Style.CODE, "evidence");
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private static Node copied(String what, String id) {
        var copy = new IconButton(Feather.COPY, "Copy the " + what + "’s id");
        copy.getStyleClass().addAll(Styles.SMALL, "copy");
        copy.setOnAction(click -> IconButton.copy(id));
        var name = new Label(what);
        name.getStyleClass().addAll(Style.MUTED, Style.SMALL);
        var text = new Label(id);
        text.getStyleClass().addAll(Style.CODE, Style.MUTED);
        var row = new HBox(Space.XS, name, text, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }
}
