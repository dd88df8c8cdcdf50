package dev.gatescope.console.leaks;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;

/** Shows a {@link LeaksModel}: the ledger by place, and the chosen leak below it. */
public final class LeaksView implements Section {
    private final LeaksModel model;
    private final LeakTree tree;
    private final VBox root = new VBox(Space.M);
    private boolean posing;

    /**
     * @param zone in which times are shown
     * @param openConnection shows the connection of that id, elsewhere
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    public LeaksView(
            LeaksModel model,
            ZoneId zone,
            Consumer<String> openConnection,
            Consumer<String> openWhy) {
        this.model = model;
        tree = new LeakTree(model, zone);
        VBox.setVgrow(tree.node(), Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        head(),
                        new ProblemLabel(model.trouble()),
                        tree.node(),
                        new LeakDetail(model, zone, openConnection, openWhy).node());
        model.groups().subscribe(this::chooseForPicture);
        root.sceneProperty().subscribe(scene -> model.watch(scene != null));
        var stylesheet = Objects.requireNonNull(LeaksView.class.getResource("leaks.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    @Override
    public String id() {
        return "leaks";
    }

    @Override
    public String title() {
        return "Leaks";
    }

    @Override
    public Ikon icon() {
        return Feather.DROPLET;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void clear() {
        model.chosen().set(null);
    }

    @Override
    public boolean barren() {
        return model.groups().get().isEmpty();
    }

    @Override
    public void pose() {
        posing = true;
        model.ask();
        chooseForPicture();
    }

    private void chooseForPicture() {
        if (posing && model.chosen().get() == null) {
            tree.chooseFirst();
        }
    }

    private Node head() {
        var title = new Label("Leaks");
        title.getStyleClass().add(Style.VIEW_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var meaning = new Label("Held although its connection or request is over");
        meaning.getStyleClass().add(Style.MUTED);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Space.M, title, meaning, space, states());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node states() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var state : LeakState.values()) {
            var button = new ToggleButton();
            button.setId("leaks-" + state.word());
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            switch (state) {
                                case LEAKED -> Styles.LEFT_PILL;
                                case RETURNED -> Styles.CENTER_PILL;
                                case RECLAIMED -> Styles.RIGHT_PILL;
                            });
            button.setUserData(state);
            button.setSelected(model.state().get() == state);
            model.counts()
                    .subscribe(counts ->
                            button.setText(state.title() + "  " + counts.getOrDefault(state, "0")));
            row.getChildren().add(button);
        }
        group.selectedToggleProperty()
                .addListener((property, was, now) -> {
                    if (now == null) {
                        group.selectToggle(was); // one is always pressed
                    } else if (now.getUserData() instanceof LeakState state) {
                        model.state().set(state);
                    }
                });
        return row;
    }
}
