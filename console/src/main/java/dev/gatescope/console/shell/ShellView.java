package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Link;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The window's frame around the sections. For the JavaFX thread. */
public final class ShellView {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ShellModel model;
    private final FaultWatchModel faults;
    private final BorderPane root = new BorderPane();
    private final HeaderBar header;
    private final MarkPrompt markPrompt;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final List<Section> sections;
    private final ObjectProperty<Section> selected;

    /**
     * A frame around these sections.
     *
     * @param selected the one that is shown; whoever sets it shows another
     */
    public ShellView(
            ShellModel model,
            FlowModel flow,
            DemoModel demo,
            FaultWatchModel faults,
            List<Section> sections,
            ObjectProperty<Section> selected) {
        this.model = model;
        this.faults = faults;
        this.sections = List.copyOf(sections);
        this.selected = selected;
        markPrompt = new MarkPrompt(model::mark);
        header = new HeaderBar(model, flow, demo, faults, this::switchTheme, this::askForMark);
        root.getStyleClass().add("shell");
        root.setTop(new VBox(header.node(), banner(), new FaultBanner(faults).node()));
        root.setLeft(new NavigationRail(sections, selected).node());
        root.setCenter(stage());
        root.setBottom(new StatusLine(model, flow, demo).node());
        theme.subscribe(now -> {
            now.apply();
            header.showTheme(now);
        });
    }

    /** A new scene of this size with the frame in it, its look and its keys; to be called once. */
    public Scene scene(double width, double height) {
        var scene = new Scene(root, width, height);
        Theme.dress(scene);
        new Keys(this, sections).listenIn(scene);
        return scene;
    }

    /** The look of the whole program. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The section that is shown. */
    public ReadOnlyObjectProperty<Section> selectedProperty() {
        return selected;
    }

    /** Shows a section. */
    public void show(Section section) {
        selected.set(section);
    }

    /** Light becomes dark, dark becomes light. */
    public void switchTheme() {
        theme.set(theme.get().other());
    }

    /** Asks for the label of a mark, and sets it; says why where none may be set. */
    public void askForMark() {
        if (model.mayMark()) {
            markPrompt.show(header.markAnchor());
        }
    }

    /** Ends all faults and blocks new ones; the banner says what came of it. */
    public void stopAllFaults() {
        faults.stopAll();
    }

    private Node stage() {
        var stage = new StackPane();
        stage.getStyleClass().add("stage");
        selected.subscribe(section -> stage.getChildren().setAll(section.node()));
        model.linkStateProperty()
                .subscribe(state -> stage.pseudoClassStateChanged(STALE, state == Link.State.LOST));
        return stage;
    }

    private Node banner() {
        var text = new Label();
        text.setId("trouble");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(model.troubleProperty().concat(" Trying again by itself."));
        var banner = new HBox(Space.S, new FontIcon(Feather.ALERT_TRIANGLE), text);
        banner.getStyleClass().add("banner");
        banner.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }
}
