package dev.gatescope.console.compare;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Puts one flow together: fixed, or legacy with some of the fixes. For the JavaFX thread. */
final class FlowDraftRow {
    private final HBox row = new HBox(Space.M);

    /**
     * @param id what the controls' ids begin with
     */
    FlowDraftRow(String name, String id, FlowDraft draft) {
        var caption = new Label(name);
        caption.getStyleClass().add(Style.CAPTION);
        caption.setMinWidth(52);
        var group = new ToggleGroup();
        var fixed = choice(FlowName.FIXED.text(), id, group);
        var legacy = choice(FlowName.LEGACY.text(), id, group);
        group.selectToggle(draft.fixedProperty().get() ? fixed : legacy);
        fixed.selectedProperty()
                .subscribe(chosen -> draft.fixedProperty().set(Boolean.TRUE.equals(chosen)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(caption, fixed, legacy, with());
        for (var fix : Fix.values()) {
            row.getChildren().add(box(fix, id, draft));
        }
    }

    Node node() {
        return row;
    }

    private static RadioButton choice(String word, String id, ToggleGroup group) {
        var choice = new RadioButton(word);
        choice.setId("compare-" + id + "-" + word);
        choice.setToggleGroup(group);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        return choice;
    }

    private static Label with() {
        var with = new Label("with");
        with.getStyleClass().add(Style.CAPTION);
        with.setMinWidth(Region.USE_PREF_SIZE);
        return with;
    }

    private static CheckBox box(Fix fix, String id, FlowDraft draft) {
        var box = new CheckBox(fix.title());
        box.setId("compare-" + id + "-" + fix.word());
        box.setTooltip(new Tooltip(fix.meaning() + "."));
        box.selectedProperty().bindBidirectional(draft.fixProperty(fix));
        box.disableProperty().bind(draft.fixedProperty());
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
