package dev.gatescope.console.compare;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/** Where reports go and what shows them. For the JavaFX thread. */
public interface Documents {
    /** A folder that somebody chooses; none where they change their mind. */
    @Nullable Path askForFolder(@Nullable Window owner);

    /**
     * Shows a page in the browser.
     *
     * @throws IOException where nothing can show it
     */
    void open(Path page) throws IOException;
}
