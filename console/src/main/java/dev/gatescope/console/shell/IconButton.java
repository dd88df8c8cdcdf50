package dev.gatescope.console.shell;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button with a picture in place of words; its tooltip has the words. For the JavaFX thread. */
public final class IconButton extends Button {
    public IconButton(Ikon icon, String purpose) {
        super(null, new FontIcon(icon));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setTooltip(new Tooltip(purpose));
        setAccessibleText(purpose);
    }

    /** Puts a text where it can be pasted from. */
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
