package dev.gatescope.console.compare;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.FluidRow;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Shows a {@link CompareModel}. For the JavaFX thread. */
public final class CompareView implements Section {
    private static final String POSED_CLIENTS = "60";

    private final CompareModel model;
    private final Documents documents;
    private final VBox root = new VBox(Space.M);
    private final VBox results = new VBox(Space.M);
    private final EmptyHint hint =
            new EmptyHint(
                    Feather.GIT_PULL_REQUEST,
                    "No comparison yet",
                    "Press Run: the same clients come to each flow, and their success, handlers,"
                            + " leaks and errors appear here side by side, then the verdict.");

    public CompareView(CompareModel model, Documents documents) {
        this.model = model;
        this.documents = documents;
        results.getStyleClass().add("compare-results");
        var scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("compare-scroll");
        var stage = new StackPane(hint, scroll);
        VBox.setVgrow(stage, Priority.ALWAYS);
        root.getChildren().addAll(new SetupCard(model).node(), stage);
        var stylesheet = Objects.requireNonNull(CompareView.class.getResource("compare.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
        model.courseProperty().subscribe(this::show);
        model.findingsProperty().subscribe(() -> show(model.courseProperty().get()));
        model.phaseProperty().subscribe(this::clearIfNothingCame);
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public Ikon icon() {
        return Feather.GIT_PULL_REQUEST;
    }

    @Override
    public Node node() {
        return root;
    }

    /** Runs a small experiment, so that there is a verdict to be seen. */
    @Override
    public CompletableFuture<Void> rehearse() {
        model.setup().clientsProperty().set(POSED_CLIENTS);
        model.begin();
        return model.over();
    }

    private void show(Course course) {
        var parts = new ArrayList<Node>();
        if (!course.flows().isEmpty()) {
            var findings = model.findingsProperty().get();
            if (findings != null) {
                parts.add(new VerdictCard(model, findings, documents).node());
            }
            parts.addAll(charts(course));
            if (findings != null) {
                parts.add(FiguresCard.of(findings));
                parts.add(ComparisonsCard.of(findings));
            }
            parts.add(errors(course));
        }
        results.getChildren().setAll(parts);
        hint.setVisible(parts.isEmpty());
    }

    /** Of a run that ended before its first script there is nothing to see. */
    private void clearIfNothingCame(CompareModel.Phase phase) {
        if (phase.isOver() && model.courseProperty().get().done() == 0) {
            results.getChildren().clear();
            hint.setVisible(true);
        }
    }

    private static List<Node> charts(Course course) {
        var parts = new ArrayList<Node>();
        parts.add(CourseCharts.of(course));
        if (course.isLadder()) {
            parts.add(new LadderCard(course).node());
        }
        return parts;
    }

    private static Node errors(Course course) {
        return new FluidRow(
                Space.M,
                360,
                new int[] {2, 1},
                course.flows().stream()
                        .map(flow -> new ErrorsCard(course, flow).node())
                        .toArray(Node[]::new));
    }
}
