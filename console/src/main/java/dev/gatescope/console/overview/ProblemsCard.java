package dev.gatescope.console.overview;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ProblemInfo;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The problems of a {@link ProblemsModel}, each in a row of its own that stays the same node for as
 * long as the problem is known. For the JavaFX thread.
 */
final class ProblemsCard {
    private static final double LEAST_HEIGHT = 130;

    /** Where a sentence needs two lines, all rows have room for two. */
    private static final double NARROW = 820;

    private static final double ROW = 41;
    private static final double NARROW_ROW = 57;

    private final ProblemsModel model;
    private final Consumer<String> openWhy;
    private final VBox rows = new VBox();
    private final Map<String, ProblemRow> known = new HashMap<>();
    private final Label counts = new Label();
    private final DoubleProperty rowHeight = new SimpleDoubleProperty(ROW);
    private final Card card;

    /**
     * @param openWhy shows why the event of that id happened, elsewhere
     * @param openErrors shows all errors one by one, elsewhere
     */
    ProblemsCard(ProblemsModel model, Consumer<String> openWhy, Runnable openErrors) {
        this.model = model;
        this.openWhy = openWhy;
        var hint = new EmptyHint(Feather.CHECK_CIRCLE, "", "");
        model.nothing().subscribe(why -> hint.say(why.what(), why.how()));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_HEIGHT);
        scroll.setPrefHeight(LEAST_HEIGHT);
        scroll.getStyleClass().add("problems-scroll");
        scroll.widthProperty()
                .subscribe(width ->
                        rowHeight.set(width.doubleValue() < NARROW ? NARROW_ROW : ROW));
        scroll.hoverProperty().subscribe(model::hold);
        var body = new StackPane(hint, scroll);
        counts.getStyleClass().add(Style.CAPTION);
        var notice = new Label();
        notice.setId("problems-notice");
        notice.getStyleClass().add(Style.CAPTION);
        notice.textProperty().bind(model.notice());
        var all = new Hyperlink("All errors");
        all.setId("all-errors");
        all.setOnAction(click -> openErrors.run());
        card =
                new Card("Problems", new ProblemLabel(model.trouble()), body)
                        .beside(notice, counts, all)
                        .growing(body);
        model.problems().addListener((ListChangeListener<ProblemInfo>) change -> fill());
        fill();
        hint.visibleProperty().bind(Bindings.isEmpty(model.problems()));
        scroll.visibleProperty().bind(hint.visibleProperty().not());
        card.sceneProperty().subscribe(scene -> model.watch(scene != null));
    }

    Card node() {
        return card;
    }

    private void fill() {
        var ids = new HashSet<String>();
        var nodes = new ArrayList<Node>();
        int over = 0;
        for (var problem : model.problems()) {
            ids.add(problem.id());
            over += ProblemsModel.isOver(problem) ? 1 : 0;
            nodes.add(rowOf(problem).node());
        }
        known.keySet().retainAll(ids);
        if (!nodes.equals(rows.getChildren())) {
            rows.getChildren().setAll(nodes);
        }
        int all = nodes.size();
        counts.setText(all == 0 ? "" : "%d going on, %d over".formatted(all - over, over));
    }

    private ProblemRow rowOf(ProblemInfo problem) {
        @Nullable ProblemRow row = known.get(problem.id());
        if (row == null) {
            row = new ProblemRow(problem, model, rowHeight, openWhy);
            known.put(problem.id(), row);
        } else {
            row.show(problem);
        }
        return row;
    }
}
