package dev.gatescope.console.sequence;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** The system's own dialog; begins where the last file was saved. */
public final class FileDialog implements SaveDialog {
    private @Nullable File folder;

    @Override
    public Optional<Path> ask(String name, String kind, String extension) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        var owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        var file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
