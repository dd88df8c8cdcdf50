package dev.gatescope.console.why;

import dev.gatescope.console.shell.Space;
import dev.gatescope.shared.chain.RootKind;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a root looks: a shape, a word and a colour for each kind. */
final class RootLook {
    private RootLook() {}

    /** The class under which {@code why.css} knows a kind. */
    static String styleClass(RootKind kind) {
        return "root-" + kind.word();
    }

    static FontIcon shape(RootKind kind) {
        return new FontIcon(icon(kind));
    }

    /** Shape and word in a frame of the kind's colour. */
    static Node badge(RootKind kind) {
        var word = new Label(kind.title());
        word.setMinWidth(Region.USE_PREF_SIZE);
        var badge = new HBox(Space.S, shape(kind), word);
        badge.setAlignment(Pos.CENTER_LEFT);
        badge.setMaxWidth(Region.USE_PREF_SIZE);
        badge.setAccessibleText(kind.title());
        badge.getStyleClass().addAll("root-badge", styleClass(kind));
        return badge;
    }

    private static Ikon icon(RootKind kind) {
        return switch (kind) {
            case FAULT -> Feather.ZAP;
            case CLIENT -> Feather.USER;
            case COMPONENT -> Feather.BOX;
            case OPERATOR -> Feather.TOOL;
            case FLOW -> Feather.GIT_BRANCH;
            case GATEWAY -> Feather.SERVER;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case OTHER -> Feather.TARGET;
        };
    }
}
