package dev.gatescope.console.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A surface with a title and what belongs to it. For the JavaFX thread. */
public final class Card extends VBox {
    private final HBox head = new HBox(Space.S);

    /** A card whose contents take all the room that it has. */
    public Card(String title, Node... contents) {
        super(Space.M);
        var name = new Label(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().add(name);
        getStyleClass().add(Style.CARD);
        getChildren().add(head);
        getChildren().addAll(contents);
    }

    /** Puts something small, such as a legend or a switch, at the right of the title. */
    public Card beside(Node... nodes) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().add(space);
        head.getChildren().addAll(nodes);
        return this;
    }

    /** Lets one of the contents grow with the card. */
    public Card growing(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        return this;
    }
}
