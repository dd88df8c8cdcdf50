package dev.gatescope.console.sequence;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.sequence.Drawing;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/** Shows a {@link SequenceModel}; the names of the lifelines stay while the rows scroll. */
public final class SequenceView {
    private static final double SCROLL_BAR = 16;

    private final SequenceModel model;
    private final SaveDialog dialog;
    private final ListView<Line> list;
    private final StackPane names = new StackPane();
    private final Paper paper;
    private final VBox root = new VBox(Space.S);
    private final ObjectProperty<Sheet> sheet =
            new SimpleObjectProperty<>(new Sheet(Drawing.LEAST_WIDTH, false));

    /**
     * @param dialog asks where diagrams are to be saved
     */
    public SequenceView(SequenceModel model, SaveDialog dialog) {
        this.model = model;
        this.dialog = dialog;
        list = new ListView<>(model.lines());
        list.setId("sequence");
        list.setCellFactory(view -> new LineCell(sheet));
        list.setPlaceholder(
                new EmptyHint(
                        Feather.GIT_COMMIT,
                        "No event yet",
                        "The steps of this connection appear here as arrows, a moment after it was"
                                + " chosen."));
        list.getStyleClass().addAll("sequence", "focus-ring");
        names.setAlignment(Pos.TOP_LEFT);
        names.getStyleClass().add("sequence-names");
        paper = new Paper(ids(), names, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        var sideways = new ScrollPane(paper);
        sideways.setFitToWidth(true);
        sideways.setFitToHeight(true);
        sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sideways.getStyleClass().add("sequence-paper");
        VBox.setVgrow(sideways, Priority.ALWAYS);
        root.getChildren().addAll(bar(), new ProblemLabel(model.problem()), sideways);
        model.comparing().subscribe(two -> paper.setMinWidth(Sheet.leastWidth(two) + SCROLL_BAR));
        var stylesheet = Objects.requireNonNull(SequenceView.class.getResource("sequence.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    /** The view; always the same node. */
    public Node node() {
        return root;
    }

    /** Draws for its width before it lays out what is drawn. */
    private final class Paper extends VBox {
        Paper(Node... parts) {
            super(parts);
        }

        @Override
        protected void layoutChildren() {
            boolean two = model.comparing().get();
            double width = Math.max(Sheet.leastWidth(two), getWidth() - SCROLL_BAR);
            var now = new Sheet(width, two);
            if (!now.equals(sheet.get()) || names.getChildren().isEmpty()) {
                sheet.set(now);
                names.getChildren().setAll(now.head());
                names.applyCss();
            }
            super.layoutChildren();
        }
    }

    private Node bar() {
        var shape = new StatusBadge(Status.NEUTRAL, "");
        var verdict = new Label();
        verdict.setId("sequence-verdict");
        verdict.getStyleClass().add("sequence-verdict");
        verdict.setWrapText(true);
        verdict.setMaxWidth(Double.MAX_VALUE);
        verdict.minHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        verdict.getWidth() == 0
                                                ? 0
                                                : verdict.prefHeight(verdict.getWidth()),
                                verdict.widthProperty(),
                                verdict.textProperty()));
        verdict.setMinWidth(80); // what the buttons leave
        HBox.setHgrow(verdict, Priority.ALWAYS);
        model.verdict()
                .subscribe(now -> {
                    shape.show(now.status(), "");
                    shape.setVisible(!now.words().isEmpty());
                    verdict.setText(now.words());
                });
        var saved = new Label();
        saved.setId("sequence-saved");
        saved.getStyleClass().add(Style.MUTED);
        saved.setMinWidth(Region.USE_PREF_SIZE);
        saved.textProperty().bind(model.notice());
        var bar =
                new HBox(
                        Space.S,
                        shape,
                        verdict,
                        saved,
                        compare(),
                        save(Format.SVG),
                        save(Format.MERMAID));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node compare() {
        var choice = new ComboBox<Candidate>();
        choice.setId("sequence-compare");
        choice.setPromptText("Compare with…");
        choice.setAccessibleText("Compare with another connection");
        choice.getStyleClass().addAll(Styles.SMALL, "sequence-choice");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setPrefWidth(178);
        choice.setButtonCell(new ChosenCell());
        choice.setOnShowing(event -> choice.getItems().setAll(model.candidates()));
        choice.valueProperty()
                .subscribe(candidate -> {
                    if (candidate != null) {
                        model.compareWith(candidate.id());
                    }
                });
        var stop = new Button("Alone");
        stop.setId("sequence-alone");
        stop.getStyleClass().add(Styles.SMALL);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setTooltip(new Tooltip("Show the chosen connection alone"));
        stop.setOnAction(click -> {
            choice.setValue(null);
            model.stopComparing();
        });
        stop.visibleProperty().bind(model.comparing());
        stop.managedProperty().bind(stop.visibleProperty());
        var comparison = new HBox(Space.XS, choice, stop);
        comparison.setAlignment(Pos.CENTER_LEFT);
        comparison.setMinWidth(Region.USE_PREF_SIZE);
        return comparison;
    }

    private Button save(Format format) {
        var button = new Button(format.label() + "…");
        button.setId("sequence-save-" + format.extension());
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("Save the chosen connection's sequence as " + format.title()));
        button.setOnAction(click ->
                dialog.ask(
                                model.id() + "." + format.extension(),
                                format.title(),
                                format.extension())
                        .ifPresent(file -> model.save(format, file)));
        return button;
    }

    /** Whose diagram is on which side. */
    private Node ids() {
        var left = new Label();
        var right = new Label();
        for (var label : new Label[] {left, right}) {
            label.getStyleClass().addAll(Style.CODE, "sequence-id");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setPrefWidth(0);
            HBox.setHgrow(label, Priority.ALWAYS);
        }
        var ids = new HBox(left, right);
        ids.visibleProperty().bind(model.comparing());
        ids.managedProperty().bind(ids.visibleProperty());
        model.lines()
                .addListener(
                        (ListChangeListener<Line>)
                                change -> {
                                    left.setText(model.id());
                                    right.setText(model.otherId());
                                });
        return ids;
    }

    /** What is chosen is on the paper in full; here its id is enough. */
    private static final class ChosenCell extends ListCell<Candidate> {
        @Override
        protected void updateItem(@Nullable Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            setText(candidate == null ? "Compare with…" : candidate.id());
        }
    }
}
