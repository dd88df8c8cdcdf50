package dev.gatescope.console.compare;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.compare.CompareModel.Phase;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** What is to be run, and how it stands. For the JavaFX thread. */
final class SetupCard {
    private static final String OWN_GATEWAYS =
            "Each flow runs on a gateway of its own in this process, on this machine; the gateway"
                    + " that is watched takes no part.";

    private final CompareModel model;
    private final SetupModel setup;
    private final ComboBox<ScenarioChoice> scenario = new ComboBox<>();
    private final ComboBox<FlowPreset> preset = new ComboBox<>();
    private final Button run = new Button("Run");
    private final Button stop = new Button("Stop");
    private final StatusBadge state = new StatusBadge(Status.NEUTRAL, "");
    private final ProgressBar bar = new ProgressBar();
    private final VBox card = new VBox(Space.S);
    private final VBox inputs = new VBox(Space.S);

    SetupCard(CompareModel model) {
        this.model = model;
        setup = model.setup();
        fillChoices();
        fillButtons();
        inputs.getChildren().addAll(fields(), explanation(), twoFlows());
        var problem = new ProblemLabel(setup.problemProperty());
        problem.setId("compare-problem");
        var trouble = new ProblemLabel(model.troubleProperty());
        trouble.setId("compare-trouble");
        card.getStyleClass().addAll(Style.CARD, "compare-setup");
        card.getChildren().addAll(inputs, problem, stateLine(), trouble);
        card.setMinHeight(Region.USE_PREF_SIZE);
        model.phaseProperty().subscribe(this::show);
        model.progressProperty().subscribe(() -> show(model.phaseProperty().get()));
    }

    Node node() {
        return card;
    }

    private void fillChoices() {
        scenario.setId("compare-scenario");
        scenario.getItems().setAll(setup.scenarios());
        scenario.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable ScenarioChoice choice) {
                        return choice == null ? "" : choice.name();
                    }

                    @Override
                    public @Nullable ScenarioChoice fromString(String name) {
                        return null;
                    }
                });
        scenario.valueProperty().bindBidirectional(setup.scenarioProperty());
        scenario.setMinWidth(196);
        preset.setId("compare-flows");
        preset.getItems().setAll(FlowPreset.values());
        preset.valueProperty().bindBidirectional(setup.presetProperty());
        preset.setMinWidth(224);
    }

    private void fillButtons() {
        run.setId("compare-run");
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(click -> model.begin());
        run.managedProperty().bind(run.visibleProperty());
        stop.setId("compare-stop");
        stop.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        stop.setOnAction(click -> model.stop());
        stop.managedProperty().bind(stop.visibleProperty());
        for (var button : new Button[] {run, stop}) {
            button.setMinWidth(76);
        }
    }

    private Node fields() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line =
                new HBox(
                        Space.M,
                        captioned("Scenario", scenario),
                        captioned("Flows", preset),
                        captioned("Clients per flow", number(setup.clientsProperty(), "clients")),
                        captioned("Seed", number(setup.seedProperty(), "seed")),
                        space,
                        new HBox(run, stop));
        line.setAlignment(Pos.BOTTOM_LEFT);
        line.setFillHeight(false);
        return line;
    }

    private Node stateLine() {
        state.setId("compare-state");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How far the experiment is");
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line = new HBox(Space.M, state, bar);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty()
                .bind(
                        model.phaseProperty()
                                .isNotEqualTo(Phase.EMPTY)
                                .and(model.phaseProperty().isNotEqualTo(Phase.FINISHED)));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static Node captioned(String name, Control field) {
        var caption = new Label(name);
        caption.getStyleClass().add(Style.CAPTION);
        caption.setLabelFor(field);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(Space.XS, caption, field);
    }

    private static TextField number(StringProperty text, String name) {
        var field = new TextField();
        field.setId("compare-" + name);
        field.setPrefColumnCount(5);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    /** What was chosen, in sentences. */
    private Node explanation() {
        var description = sentence("");
        description.setId("compare-description");
        setup.scenarioProperty().subscribe(chosen -> description.setText(chosen.description()));
        var flows = sentence("");
        setup.presetProperty()
                .subscribe(chosen -> flows.setText(chosen.sentence() + " " + OWN_GATEWAYS));
        return new VBox(2, description, flows);
    }

    private static Label sentence(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node twoFlows() {
        var both =
                new VBox(
                        Space.XS,
                        new FlowDraftRow("First", "first", setup.first()).node(),
                        new FlowDraftRow("Second", "second", setup.second()).node());
        both.visibleProperty().bind(setup.presetProperty().isEqualTo(FlowPreset.TWO));
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }

    private void show(Phase phase) {
        var progress = model.progressProperty().get();
        switch (phase) {
            case EMPTY -> state.show(Status.NEUTRAL, "");
            case RUNNING -> state.show(Status.INFO, progress);
            case STOPPING -> state.show(Status.NEUTRAL, progress);
            case STOPPED -> state.show(Status.NEUTRAL, progress);
            case FAILED -> state.show(Status.BAD, "Not done");
            case FINISHED -> state.show(Status.GOOD, "");
        }
        bar.setVisible(!phase.isOver());
        bar.setProgress(model.courseProperty().get().share());
        run.setVisible(phase.isOver());
        stop.setVisible(!phase.isOver());
        stop.setDisable(phase == Phase.STOPPING);
        run.disableProperty().bind(setup.problemProperty().isNotEmpty());
        inputs.getChildren()
                .getFirst()
                .lookupAll(".combo-box, .text-field")
                .forEach(field -> field.setDisable(!phase.isOver()));
    }
}
