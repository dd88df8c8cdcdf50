package dev.gatescope.console.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the bottom: what came, and what is missing from it. */
final class StatusLine {
    private final HBox line = new HBox(Space.L);

    StatusLine(ShellModel model, FlowModel flow, DemoModel demo) {
        line.getStyleClass().add("status-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var notice = label(model.noticeProperty());
        var demoTrouble = label(demo.troubleProperty());
        demoTrouble.getStyleClass().add("trouble");
        line.getChildren()
                .addAll(
                        fixed(label(model.trafficProperty())),
                        fixed(label(model.receivedProperty())),
                        dropped(model),
                        space,
                        demoTrouble,
                        label(flow.noticeProperty()),
                        notice);
    }

    Node node() {
        return line;
    }

    private static Node dropped(ShellModel model) {
        var badge = new StatusBadge(Status.GOOD, "");
        badge.setId("dropped");
        Runnable tell =
                () ->
                        badge.show(
                                model.droppedStatusProperty().get(), model.droppedProperty().get());
        model.droppedStatusProperty().subscribe(tell);
        model.droppedProperty().subscribe(tell);
        tell.run();
        return badge;
    }

    private static Label label(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        return label;
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
