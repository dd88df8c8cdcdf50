package dev.gatescope.console.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.FlowChoice.Fix;

import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumMap;
import java.util.Map;

/**
 * Shows the flow that runs, and behind it legacy, the four fixes and fixed to choose from. Each
 * press asks the gateway at once, and all go back to what the gateway says.
 */
final class FlowSwitch {
    private static final String CONSEQUENCE =
            "Connections are closed with 1012; port, figures and history stay.";

    private final FlowModel model;
    private final Button button = new Button("", new FontIcon(Feather.GIT_BRANCH));
    private final ToggleButton legacy = choice("legacy", "flow-legacy", Styles.LEFT_PILL);
    private final ToggleButton fixed = choice("fixed", "flow-fixed", Styles.RIGHT_PILL);
    private final Map<Fix, ToggleSwitch> fixes = new EnumMap<>(Fix.class);

    /** What the gateway said last; tells a press from its answer. */
    private FlowChoice shown = FlowChoice.FIXED;

    FlowSwitch(FlowModel model) {
        this.model = model;
        var popover = popover();
        button.setId("flow");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(click -> popover.show(button));
        button.disableProperty().bind(model.whyNoChangeProperty().isNotEmpty());
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(model.flowProperty().map(flow -> "Flow: " + flow + ". " + CONSEQUENCE));
        button.setTooltip(tooltip);
        model.flowProperty().subscribe(this::show);
        model.noticeProperty().subscribe(answered -> show(model.flowProperty().get()));
    }

    Node node() {
        return button;
    }

    private Popover popover() {
        legacy.setOnAction(press -> choose(FlowChoice.LEGACY));
        fixed.setOnAction(press -> choose(FlowChoice.FIXED));
        var box = new VBox(Space.M, new HBox(legacy, fixed));
        for (var fix : Fix.values()) {
            var toggle = new ToggleSwitch(fix.title());
            toggle.setId("flow-" + fix.word());
            toggle.setLabelPosition(HorizontalDirection.RIGHT);
            toggle.setTooltip(new Tooltip("legacy+" + fix.word() + ". " + CONSEQUENCE));
            toggle.selectedProperty()
                    .addListener((property, was, in) -> {
                        if (in != shown.fixes().contains(fix)) {
                            choose(shown.with(fix, in));
                        }
                    });
            fixes.put(fix, toggle);
            box.getChildren().add(toggle);
        }
        var what = new Label("The fixes that lie between legacy and fixed.\n" + CONSEQUENCE);
        what.getStyleClass().add(Style.MUTED);
        box.getChildren().add(what);
        box.getStyleClass().add("flow-choices");
        box.setAlignment(Pos.TOP_LEFT);
        var popover = new Popover(box);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        return popover;
    }

    private void choose(FlowChoice choice) {
        model.change(choice.name());
        show(model.flowProperty().get());
    }

    /** Whatever was pressed, the switches say what runs. */
    private void show(String flow) {
        var known = FlowChoice.named(flow);
        button.setText(known.map(FlowChoice::shortName).orElse(flow));
        button.setAccessibleText("Flow " + flow);
        known.ifPresent(choice -> shown = choice);
        legacy.setSelected(known.isPresent() && !shown.fixed() && shown.fixes().isEmpty());
        fixed.setSelected(known.isPresent() && shown.fixed());
        fixes.forEach((fix, toggle) -> toggle.setSelected(shown.fixes().contains(fix)));
    }

    private static ToggleButton choice(String word, String id, String place) {
        var button = new ToggleButton(word);
        button.setId(id);
        button.getStyleClass().add(place);
        button.setTooltip(new Tooltip(CONSEQUENCE));
        return button;
    }
}
