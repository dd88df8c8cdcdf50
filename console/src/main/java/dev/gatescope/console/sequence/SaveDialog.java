package dev.gatescope.console.sequence;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where to save something. For the JavaFX thread. */
public interface SaveDialog {
    /**
     * Asks, and waits for the answer.
     *
     * @param name the name to begin with
     * @param kind what such files are called
     * @param extension what their names end in, without the dot
     * @return where to save; nothing if the person thought better of it
     */
    Optional<Path> ask(String name, String kind, String extension);
}
