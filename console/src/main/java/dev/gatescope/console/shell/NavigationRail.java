package dev.gatescope.console.shell;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The list of sections at the left. */
final class NavigationRail {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final VBox rail = new VBox(Space.XS);

    NavigationRail(List<Section> sections, ObjectProperty<Section> selected) {
        rail.getStyleClass().add("navigation-rail");
        for (var section : sections) {
            int number = rail.getChildren().size() + 1;
            rail.getChildren().add(entry(section, number, selected));
        }
    }

    Node node() {
        return rail;
    }

    private static Button entry(Section section, int number, ObjectProperty<Section> selected) {
        var entry = new Button(section.title(), new FontIcon(section.icon()));
        entry.setId("go-" + section.id());
        entry.getStyleClass().add("navigation-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip("Ctrl+" + number));
        entry.setOnAction(click -> selected.set(section));
        selected.subscribe(now -> entry.pseudoClassStateChanged(SELECTED, now.equals(section)));
        return entry;
    }
}
