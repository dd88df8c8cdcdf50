package dev.gatescope.console.compare;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is said in the end, why, and the report that tells the rest. For the JavaFX thread. */
final class VerdictCard {
    private final CompareModel model;
    private final Documents documents;
    private final HBox card;

    VerdictCard(CompareModel model, Findings findings, Documents documents) {
        this.model = model;
        this.documents = documents;
        var words = new VBox(Space.XS, headline(findings));
        for (var reason : findings.reasons()) {
            words.getChildren().add(wrapping(reason));
        }
        var targets = wrapping(findings.targets());
        targets.getStyleClass().add(Style.CAPTION);
        words.getChildren().addAll(targets, reportPlace(), problem());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        card = new HBox(Space.L, words, buttons());
        card.setId("compare-verdict");
        card.getStyleClass().addAll(Style.CARD, "verdict-card", styleClass(findings.verdict()));
        card.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return card;
    }

    private static Node headline(Findings findings) {
        var badge =
                switch (findings.verdict()) {
                    case PASS -> new StatusBadge(Status.GOOD, "pass");
                    case FAIL -> new StatusBadge(Status.BAD, "fail");
                    case INCONCLUSIVE -> new StatusBadge(Status.WARNING, "inconclusive");
                };
        badge.setId("compare-verdict-word");
        var last = FlowNames.readable(findings.flows().getLast().label());
        var sentence =
                wrapping(
                        switch (findings.verdict()) {
                            case PASS -> last + " does what it owes its clients";
                            case FAIL -> last + " does not do what it owes its clients";
                            case INCONCLUSIVE ->
                                    "too few clients to say what " + last + " is worth";
                        });
        sentence.getStyleClass().add("verdict-headline");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var took = Captions.of("in " + Unit.MILLIS.text(findings.took().toMillis()));
        took.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(Space.M, badge, sentence, took);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(line, new Insets(0, 0, Space.XS, 0));
        return line;
    }

    private Node buttons() {
        var save = new Button("Save report…");
        save.setId("compare-save");
        save.setOnAction(click -> {
            var folder = documents.askForFolder(save.getScene().getWindow());
            if (folder != null) {
                model.save(folder);
            }
        });
        var open = new Button("Open report");
        open.setId("compare-open");
        open.getStyleClass().add(Styles.BUTTON_OUTLINED);
        open.setOnAction(click -> model.open(documents::open));
        for (var button : new Button[] {save, open}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        var box = new VBox(Space.S, save, open);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node reportPlace() {
        var place = wrapping("");
        place.setId("compare-report-place");
        place.textProperty().bind(model.report().noticeProperty());
        place.visibleProperty().bind(place.textProperty().isNotEmpty());
        place.managedProperty().bind(place.visibleProperty());
        return place;
    }

    private Node problem() {
        var problem = new ProblemLabel(model.report().troubleProperty());
        problem.setId("compare-report-problem");
        return problem;
    }

    private static Label wrapping(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String styleClass(Findings.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "verdict-pass";
            case FAIL -> "verdict-fail";
            case INCONCLUSIVE -> "verdict-open";
        };
    }
}
