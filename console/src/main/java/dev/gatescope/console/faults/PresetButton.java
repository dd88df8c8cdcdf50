package dev.gatescope.console.faults;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Behind a button, what a preset is going to break, and another button that does it. */
final class PresetButton {
    private static final double LINE = 320;

    private final FaultsModel model;
    private final Preset preset;
    private final Button button;
    private final Popover popover;

    PresetButton(FaultsModel model, Preset preset) {
        this.model = model;
        this.preset = preset;
        button = new Button(preset.title());
        button.setId(preset.id());
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(preset.error()));
        popover = new Popover(content());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        button.setOnAction(click -> popover.show(button));
    }

    Node node() {
        return button;
    }

    private VBox content() {
        var error = new Label(preset.error());
        error.getStyleClass().add("fault-title");
        var inject = new Button("Inject both for a minute");
        inject.setId("inject-" + preset.id());
        inject.getStyleClass().add(Styles.ACCENT);
        inject.disableProperty().bind(model.whyNoFaultProperty().isNotEmpty());
        inject.setOnAction(click -> {
            popover.hide();
            model.inject(preset);
        });
        var kinds = words(String.join(" and ", preset.kinds()));
        kinds.getStyleClass().add(Style.CODE);
        var content =
                new VBox(
                        Space.S,
                        error,
                        words(preset.sentence()),
                        kinds,
                        inject,
                        new ProblemLabel(model.whyNoFaultProperty()));
        content.getStyleClass().add("preset");
        content.setMaxWidth(LINE);
        return content;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setPrefWidth(LINE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
