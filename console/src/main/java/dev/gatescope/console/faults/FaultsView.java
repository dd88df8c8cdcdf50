package dev.gatescope.console.faults;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.FluidRow;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.Objects;

/** Shows a {@link FaultsModel}. For the JavaFX thread. */
public final class FaultsView implements Section {
    private final FaultsModel model;
    private final CatalogueCard catalogue;
    private final VBox root = new VBox(Space.M);

    /**
     * @param zone in which times are told
     */
    public FaultsView(FaultsModel model, ZoneId zone) {
        this.model = model;
        catalogue = new CatalogueCard(model);
        var missing =
                new EmptyHint(
                        Feather.ZAP_OFF,
                        "This gateway injects no faults",
                        "In production it does when it was started with --allow-faults; a gateway"
                                + " of an older version has no fault lab at all.");
        missing.setId("faults-missing");
        missing.visibleProperty().bind(model.watch().missingProperty());
        var lab = new VBox(Space.M, presetTrouble(), columns(zone));
        VBox.setVgrow(lab.getChildren().getLast(), Priority.ALWAYS);
        lab.setId("fault-lab");
        lab.visibleProperty().bind(missing.visibleProperty().not());
        var body = new StackPane(missing, lab);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head(), body);
        var stylesheet = Objects.requireNonNull(FaultsView.class.getResource("faults.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    @Override
    public String id() {
        return "faults";
    }

    @Override
    public String title() {
        return "Faults";
    }

    @Override
    public Ikon icon() {
        return Feather.ZAP;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focusFilter() {
        catalogue.focusSearch();
    }

    @Override
    public void clear() {
        if (catalogue.isSearching()) {
            catalogue.clearSearch();
        } else {
            model.draft().choose(null);
        }
    }

    /** Slows a few messages down, so that there is an active fault to be seen. */
    @Override
    public void pose() {
        model.pose();
    }

    private Node columns(ZoneId zone) {
        var ended = new EndedCard(model.watch(), zone).node();
        var active = new ActiveCard(model).node();
        VBox.setVgrow(active, Priority.ALWAYS);
        var both = new VBox(Space.M, active, ended);
        var work = new FluidRow(Space.M, 400, new int[] {2, 1}, new FormCard(model).node(), both);
        work.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(work);
        scroll.setId("fault-work");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("fault-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return new HBox(Space.M, catalogue.node(), scroll);
    }

    private Node head() {
        var title = new Label("Faults");
        title.getStyleClass().add(Style.VIEW_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label("Break something on purpose, and see what comes of it");
        what.getStyleClass().add(Style.MUTED);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var of = new Label("The report's errors");
        of.getStyleClass().add(Style.MUTED);
        of.setMinWidth(Region.USE_PREF_SIZE);
        var presets = new HBox(Space.S);
        presets.setAlignment(Pos.CENTER_RIGHT);
        Runnable fill =
                () -> {
                    presets.getChildren().setAll(of);
                    model.presets()
                            .forEach(each ->
                                    presets.getChildren()
                                            .add(new PresetButton(model, each).node()));
                    presets.setVisible(!model.presets().isEmpty());
                };
        model.presets().subscribe(fill);
        fill.run();
        var head = new HBox(Space.M, title, what, space, presets);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node presetTrouble() {
        var trouble = new ProblemLabel(model.presetTroubleProperty());
        trouble.setId("preset-trouble");
        return trouble;
    }
}
