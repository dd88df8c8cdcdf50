package dev.gatescope.console.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Stands where there is nothing to show yet: says what will appear there and how to make it appear.
 * For the JavaFX thread.
 */
public final class EmptyHint extends VBox {
    private static final double LINE = 380;

    private final Label what = new Label();
    private final Label how = new Label();

    /**
     * A hint.
     *
     * @param what what will appear here
     * @param how what to do for it
     */
    public EmptyHint(Ikon icon, String what, String how) {
        super(Space.S);
        getStyleClass().add("empty-hint");
        this.what.getStyleClass().add("empty-hint-what");
        this.how.getStyleClass().add(Style.MUTED);
        for (var line : new Label[] {this.what, this.how}) {
            line.setWrapText(true);
            line.setMaxWidth(LINE);
            line.setMinHeight(USE_PREF_SIZE);
        }
        setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(icon), this.what, this.how);
        say(what, how);
    }

    /** Says something else from now on. */
    public void say(String newWhat, String newHow) {
        what.setText(newWhat);
        how.setText(newHow);
    }
}
