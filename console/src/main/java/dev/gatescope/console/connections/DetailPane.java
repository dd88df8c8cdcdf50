package dev.gatescope.console.connections;

import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Locale;

/** The chosen connection: facts at the left, timeline and frames beside them. */
final class DetailPane {
    private static final double LEAST_FACTS = 250;
    private static final double MOST_FACTS = 330;

    private final HBox root = new HBox(Space.L);

    /**
     * @param timeline shows the timeline of the chosen connection
     */
    DetailPane(DetailModel model, Node timeline) {
        var facts = new FactsPane(model).node();
        VBox.setVgrow(facts, Priority.ALWAYS);
        var left = new VBox(Space.S, facts, new CloseForm(model).node());
        left.setMinWidth(LEAST_FACTS);
        left.setMaxWidth(MOST_FACTS);
        left.prefWidthProperty().bind(root.widthProperty().multiply(0.28));
        var tabs =
                new TabPane(tab("Timeline", timeline), tab("Frames", new FramesPane(model).node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("detail-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var right = new VBox(Space.S, new ProblemLabel(model.problem()), tabs);
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

    private static Tab tab(String title, Node content) {
        var tab = new Tab(title, content);
        tab.setId("tab-" + title.toLowerCase(Locale.ROOT));
        return tab;
    }
}
