package dev.gatescope.console.overview;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Sides;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.chain.Chain;

import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.function.Consumer;

/** One problem: how it goes, what it is, whose side it is on, what to do, and why. */
final class ProblemRow {
    private static final double TREND_WIDTH = 76;

    private final ProblemsModel model;
    private final StatusBadge trend = new StatusBadge(Status.NEUTRAL, "");
    private final Label rate = new Label();
    private final Label sentence = new Label();
    private final Label advice = new Label();
    private final Tooltip inFull = new Tooltip();
    private final HBox row;
    private ProblemInfo problem;

    /**
     * @param height the same for all rows
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    ProblemRow(
            ProblemInfo problem,
            ProblemsModel model,
            ObservableNumberValue height,
            Consumer<String> openWhy) {
        this.problem = problem;
        this.model = model;
        advice.getStyleClass().add(Style.CAPTION);
        rate.getStyleClass().addAll(Style.MUTED, Style.SMALL);
        inFull.setWrapText(true);
        inFull.setMaxWidth(520);
        sentence.setWrapText(true);
        sentence.setTooltip(inFull);
        advice.setTooltip(inFull);
        var course = new VBox(1, trend, rate);
        course.setAlignment(Pos.CENTER_LEFT);
        course.setMinWidth(TREND_WIDTH);
        course.setMaxWidth(TREND_WIDTH);
        var words = new VBox(1, sentence, advice);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(Space.M, course, words, why(openWhy), ticket());
        row.setAlignment(Pos.CENTER_LEFT);
        row.minHeightProperty().bind(height);
        row.maxHeightProperty().bind(height);
        row.getStyleClass().add("problem-row");
        show(problem);
    }

    Node node() {
        return row;
    }

    void show(ProblemInfo now) {
        problem = now;
        trend.show(status(now), now.trend());
        rate.setText(
                ProblemsModel.isOver(now)
                        ? ""
                        : String.format(Locale.ROOT, "%,d per min", now.perMinute()));
        sentence.setText(Chain.plain(now.sentence()));
        advice.setText(Sides.sentence(now.side(), now.todo()));
        inFull.setText(
                "%s\n\nWhat happened: %s\nWhose side: %s\nWhat to do now: %s"
                        .formatted(
                                Chain.plain(now.sentence()), now.what(), sideOf(now), now.todo()));
        row.setAccessibleText(sentence.getText() + ", " + now.trend());
    }

    /** Whose side a problem is on, in words. */
    static String sideOf(ProblemInfo problem) {
        String words = Sides.words(problem.side());
        return problem.fault() == null ? words : words + ", " + problem.fault();
    }

    private Button why(Consumer<String> openWhy) {
        var why = new Button("Why");
        why.getStyleClass().addAll(Styles.SMALL, "problem-why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setTooltip(new Tooltip("Show what explains its newest error, down to the roots"));
        why.setOnAction(click -> openWhy.accept(problem.example()));
        return why;
    }

    private MenuButton ticket() {
        var menu = new MenuButton("", new FontIcon(Feather.CLIPBOARD));
        menu.getStyleClass().addAll(Styles.SMALL, "problem-ticket");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("Copy for ticket: the problem, the figures and the chain"));
        menu.setAccessibleText("Copy for ticket");
        menu.getItems()
                .addAll(
                        copy("Copy as plain text", "ticket-text", Ticket.Form.TEXT),
                        copy("Copy as Markdown", "ticket-markdown", Ticket.Form.MARKDOWN));
        return menu;
    }

    private MenuItem copy(String title, String id, Ticket.Form form) {
        var item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(click -> model.write(problem, form, IconButton::copy));
        return item;
    }

    private static Status status(ProblemInfo problem) {
        return switch (problem.trend()) {
            case ProblemInfo.RISING -> Status.BAD;
            case ProblemInfo.STEADY -> Status.WARNING;
            default -> Status.NEUTRAL;
        };
    }
}
