package dev.gatescope.console.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;

import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

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
    private final ToggleButton legacy = choice(FlowName.LEGACY, Styles.LEFT_PILL);
    private final ToggleButton fixed = choice(FlowName.FIXED, Styles.RIGHT_PILL);
    private final Map<Fix, ToggleSwitch> fixes = new EnumMap<>(Fix.class);

    /** What the gateway said last; tells a press from its answer. */
    private FlowName shown = FlowName.FIXED;

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
        legacy.setOnAction(press -> choose(FlowName.LEGACY));
        fixed.setOnAction(press -> choose(FlowName.FIXED));
        var box = new VBox(Space.M, new HBox(legacy, fixed));
        for (var fix : Fix.values()) {
            var toggle = new ToggleSwitch(fix.meaning());
            toggle.setId("flow-" + fix.word());
            toggle.setLabelPosition(HorizontalDirection.RIGHT);
            toggle.setTooltip(
                    new Tooltip(FlowName.LEGACY.with(fix, true).text() + ". " + CONSEQUENCE));
            toggle.selectedProperty()
                    .addListener((property, was, in) -> {
                        if (in != shown.has(fix)) {
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

    private void choose(FlowName choice) {
        model.change(choice.text());
        show(model.flowProperty().get());
    }

    /** Whatever was pressed, the switches say what runs. */
    private void show(String flow) {
        var known = FlowName.parse(flow);
        button.setText(known.map(FlowSwitch::shortName).orElse(flow));
        button.setAccessibleText("Flow " + flow);
        known.ifPresent(choice -> shown = choice);
        legacy.setSelected(known.isPresent() && shown.equals(FlowName.LEGACY));
        fixed.setSelected(known.isPresent() && shown.equals(FlowName.FIXED));
        fixes.forEach((fix, toggle) -> toggle.setSelected(shown.has(fix)));
    }

    /** The name where there is little room, such as {@code legacy +2}. */
    private static String shortName(FlowName flow) {
        return flow.legacy() && !flow.fixes().isEmpty()
                ? FlowName.LEGACY.text() + " +" + flow.fixes().size()
                : flow.text();
    }

    private static ToggleButton choice(FlowName flow, String place) {
        var button = new ToggleButton(flow.text());
        button.setId("flow-" + flow.text());
        button.getStyleClass().add(place);
        button.setTooltip(new Tooltip(CONSEQUENCE));
        return button;
    }
}
