package dev.gatescope.console.connections;

import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.function.Consumer;

/** The chosen connection: facts at the left, timeline, sequence and frames beside them. */
final class DetailPane {
    private static final double LEAST_FACTS = 250;
    private static final double MOST_FACTS = 330;

    private final HBox root = new HBox(Space.L);

    /**
     * @param timeline shows the timeline of the chosen connection
     * @param sequence shows it as a sequence diagram
     * @param enlarged whether the tabs have all the room, without the facts
     * @param openWhy shows why the event of that id happened
     */
    DetailPane(
            DetailModel model,
            Node timeline,
            Node sequence,
            BooleanProperty enlarged,
            Consumer<String> openWhy) {
        var facts = new FactsPane(model, openWhy).node();
        VBox.setVgrow(facts, Priority.ALWAYS);
        var left = new VBox(Space.S, facts, new CloseForm(model).node());
        left.setMinWidth(LEAST_FACTS);
        left.setMaxWidth(MOST_FACTS);
        left.prefWidthProperty().bind(root.widthProperty().multiply(0.28));
        var tabs =
                new TabPane(
                        tab("Timeline", timeline),
                        tab("Sequence", sequence),
                        tab("Frames", new FramesPane(model).node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("detail-tabs");
        var enlarge = enlargement(enlarged);
        var tabsAndSwitch = new StackPane(tabs, enlarge);
        StackPane.setAlignment(enlarge, Pos.TOP_RIGHT);
        VBox.setVgrow(tabsAndSwitch, Priority.ALWAYS);
        left.visibleProperty().bind(enlarged.not());
        left.managedProperty().bind(left.visibleProperty());
        var right = new VBox(Space.S, new ProblemLabel(model.problem()), tabsAndSwitch);
        right.setMinWidth(0);
        right.setPrefWidth(0); // what the facts leave
        HBox.setHgrow(right, Priority.ALWAYS);
        root.getStyleClass().addAll(Style.CARD, "connection-detail");
        root.getChildren().addAll(left, right);
        root.setMinHeight(180);
    }

    Node node() {
        return root;
    }

    private static Button enlargement(BooleanProperty enlarged) {
        var button = new IconButton(Feather.MAXIMIZE_2, "Enlarge, or show the table again (Esc)");
        button.setId("enlarge");
        button.setOnAction(click -> enlarged.set(!enlarged.get()));
        enlarged.subscribe(now ->
                button.setGraphic(new FontIcon(now ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2)));
        return button;
    }

    private static Tab tab(String title, Node content) {
        var tab = new Tab(title, content);
        tab.setId("tab-" + title.toLowerCase(Locale.ROOT));
        return tab;
    }
}
