package dev.gatescope.console.shell;

import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;

import java.util.concurrent.CompletableFuture;

/**
 * One view of the console, as the window's frame knows it. The frame lists the sections in the
 * navigation, and the pictures of {@code --snapshot} are made of each. For the JavaFX thread.
 */
public interface Section {
    /** The name in file names, such as {@code overview}. */
    String id();

    /** The name in the navigation. */
    String title();

    /** The picture in the navigation. */
    Ikon icon();

    /** The view; always the same node. */
    Node node();

    /** Ctrl+F: puts the cursor into the view's filter box, where there is one. */
    default void focusFilter() {}

    /** Esc: takes back what the filter box and the selection hold. */
    default void clear() {}

    /**
     * Begins what takes its time until there is something to see; before pictures are taken.
     *
     * @return completes when it is there, on the JavaFX thread
     */
    default CompletableFuture<Void> rehearse() {
        return CompletableFuture.completedFuture(null);
    }

    /** Whether it has nothing but a hint to show until something goes wrong at the gateway. */
    default boolean barren() {
        return false;
    }

    /** Chooses something worth seeing, such as a connection; before a picture is taken. */
    default void pose() {}
}
