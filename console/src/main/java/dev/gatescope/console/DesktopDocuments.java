package dev.gatescope.console;

import dev.gatescope.console.compare.Documents;

import javafx.application.Application;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/** The folders and the browser of whoever sits at the screen. For the JavaFX thread. */
final class DesktopDocuments implements Documents {
    private final Application application = new Host();

    @Override
    public @Nullable Path askForFolder(@Nullable Window owner) {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Save the report into a folder");
        var folder = chooser.showDialog(owner);
        return folder == null ? null : folder.toPath();
    }

    @Override
    public void open(Path page) throws IOException {
        try {
            application.getHostServices().showDocument(page.toUri().toString());
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** Only an application reaches the desktop; this one is never launched. */
    private static final class Host extends Application {
        @Override
        public void start(Stage stage) {}
    }
}
