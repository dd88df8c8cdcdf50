package dev.gatescope.console.shell;

import atlantafx.base.theme.Styles;

import dev.gatescope.shared.admin.FaultInfo;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.Comparator;

/**
 * Says in every view that something is broken on purpose, and how to end it; after <i>stop all</i>,
 * that new faults are blocked. Takes no room while there is nothing to say.
 */
final class FaultBanner {
    private final FaultWatchModel model;
    private final Label words = new Label();
    private final Button stop = new Button("Stop all (Ctrl+Shift+X)");
    private final Button allow = new Button("Allow again");
    private final HBox banner = new HBox(Space.M);

    FaultBanner(FaultWatchModel model) {
        this.model = model;
        words.setId("fault-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        stop.setId("stop-all-faults");
        stop.getStyleClass().addAll(Styles.SMALL, Styles.DANGER);
        stop.setTooltip(new Tooltip("Ends all faults and blocks new ones"));
        stop.setOnAction(click -> model.stopAll());
        allow.setId("allow-faults");
        allow.getStyleClass().addAll(Styles.SMALL);
        allow.setOnAction(click -> model.allow());
        for (var button : new Button[] {stop, allow}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            button.disableProperty().bind(model.whyNoCommandsProperty().isNotEmpty());
        }
        var problem = new ProblemLabel(model.troubleProperty());
        problem.setId("fault-trouble");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        banner.getStyleClass().addAll("banner", "fault-banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getChildren().addAll(new FontIcon(Feather.ZAP), words, problem, space, stop, allow);
        banner.managedProperty().bind(banner.visibleProperty());
        model.active().subscribe(this::show);
        model.allowedProperty().subscribe(this::show);
        model.nowProperty().subscribe(this::show);
        model.troubleProperty().subscribe(this::show);
        show();
    }

    Node node() {
        return banner;
    }

    private void show() {
        boolean acts = !model.active().isEmpty();
        boolean blocked = !acts && !model.allowedProperty().get();
        stop.setVisible(acts);
        allow.setVisible(blocked);
        words.setText(
                acts
                        ? activeWords(model.nowProperty().get())
                        : blocked ? "No fault is active; new ones are blocked." : "");
        banner.setVisible(acts || blocked || !model.troubleProperty().get().isEmpty());
    }

    private String activeWords(Instant now) {
        var last = model.active().stream().map(FaultInfo::endsAt).max(Comparator.naturalOrder());
        String left = TimeLeft.until(last.orElse(now), now);
        return model.active().size() == 1
                ? "Fault active: %s, %s left".formatted(model.active().getFirst().kind(), left)
                : "%d faults active, the last for %s".formatted(model.active().size(), left);
    }
}
