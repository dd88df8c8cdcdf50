package dev.gatescope.console.shell;

import atlantafx.base.controls.ToggleSwitch;

import dev.gatescope.console.feed.Link;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: what is watched, how the link stands, and the switches for the whole. */
final class HeaderBar {
    private final ShellModel model;
    private final HBox bar = new HBox(Space.L);
    private final Button mark = new IconButton(Feather.FLAG, "Set a mark on the charts (Ctrl+M)");
    private final Button theme = new IconButton(Feather.MOON, "Light or dark (Ctrl+L)");

    HeaderBar(
            ShellModel model,
            FlowModel flow,
            DemoModel demo,
            FaultWatchModel faults,
            Runnable switchTheme,
            Runnable askForMark) {
        this.model = model;
        mark.setOnAction(click -> askForMark.run());
        mark.disableProperty().bind(model.whyNoCommandsProperty().isNotEmpty());
        mark.setId("set-mark");
        theme.setOnAction(click -> switchTheme.run());
        theme.setId("switch-theme");
        bar.getStyleClass().add("header-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren()
                .addAll(
                        product(),
                        explained(new FlowSwitch(flow).node(), flow.whyNoChangeProperty()),
                        space,
                        link(),
                        new Separator(Orientation.VERTICAL),
                        switches(demo, faults),
                        new Separator(Orientation.VERTICAL),
                        new HBox(Space.XS, explained(mark, model.whyNoCommandsProperty()), theme));
    }

    Node node() {
        return bar;
    }

    /** Where the field for a mark's label hangs. */
    Node markAnchor() {
        return mark;
    }

    /** Shows the sign of the look that the switch leads to. */
    void showTheme(Theme now) {
        theme.setGraphic(new FontIcon(now == Theme.LIGHT ? Feather.MOON : Feather.SUN));
    }

    private Node product() {
        var sign = new Region();
        sign.getStyleClass().add("product-mark");
        sign.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var title = new Label();
        title.getStyleClass().add("product-title");
        title.setId("title");
        title.textProperty().bind(model.nameProperty());
        var box = new HBox(Space.S, sign, title);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        return box;
    }

    private Node link() {
        var badge = new StatusBadge(Status.INFO, "");
        badge.setId("link");
        model.linkWordProperty()
                .subscribe(word -> badge.show(statusOf(model.linkStateProperty().get()), word));
        var figures = new Label();
        figures.getStyleClass().addAll(Style.TABULAR, Style.MUTED);
        figures.textProperty().bind(model.lastFigureProperty());
        figures.setMinWidth(Region.USE_PREF_SIZE);
        figures.setTooltip(new Tooltip("The gateway's time of the figures shown"));
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());
        var viewer = new Label("viewer");
        viewer.setId("viewer");
        viewer.getStyleClass().add(Style.MUTED);
        viewer.setMinWidth(Region.USE_PREF_SIZE);
        var why = new Tooltip();
        why.textProperty().bind(model.whyNoCommandsProperty());
        viewer.setTooltip(why);
        viewer.visibleProperty().bind(model.whyNoCommandsProperty().isNotEmpty());
        viewer.managedProperty().bind(viewer.visibleProperty());
        var box = new HBox(Space.S, badge, figures, viewer);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static Node switches(DemoModel demo, FaultWatchModel faults) {
        var running = new ToggleSwitch("Run demo");
        running.setId("run-demo");
        running.selectedProperty().bindBidirectional(demo.runningProperty());
        running.disableProperty()
                .bind(demo.offeredProperty().not().or(demo.whyNoSwitchProperty().isNotEmpty()));
        var counted = new ToggleSwitch("Count demo");
        counted.setId("count-demo");
        counted.selectedProperty().bindBidirectional(demo.countedProperty());
        counted.disableProperty().bind(demo.offeredProperty().not());
        Tooltip.install(
                running, new Tooltip("The gateway's own demo clients, over real connections"));
        Tooltip.install(
                counted,
                new Tooltip("Whether demo traffic counts in figures, connections and events"));
        var injected = new ToggleSwitch("Count faults");
        injected.setId("count-injected");
        injected.selectedProperty().bindBidirectional(faults.countedProperty());
        injected.disableProperty().bind(faults.offeredProperty().not());
        Tooltip.install(
                injected,
                new Tooltip("Whether injected failures count in figures, connections and events"));
        var box =
                new HBox(
                        Space.M, explained(running, demo.whyNoSwitchProperty()), counted, injected);
        box.setAlignment(Pos.CENTER);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /** A control that is disabled shows no tooltip of its own, so what is around it does. */
    private static Node explained(Node control, ReadOnlyStringProperty whyDisabled) {
        var around = new HBox(control);
        around.setAlignment(Pos.CENTER);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(whyDisabled);
        whyDisabled.subscribe(why -> {
            if (why.isEmpty()) {
                Tooltip.uninstall(around, tooltip);
            } else {
                Tooltip.install(around, tooltip);
            }
        });
        return around;
    }

    private static Status statusOf(Link.State state) {
        return switch (state) {
            case CONNECTING -> Status.INFO;
            case LIVE -> Status.GOOD;
            case LOST -> Status.BAD;
        };
    }
}
