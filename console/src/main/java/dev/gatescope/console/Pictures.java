package dev.gatescope.console;

import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.ShellView;
import dev.gatescope.console.shell.Theme;

import javafx.scene.Scene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws every section in every look into files, without a window. For the JavaFX thread, which it
 * keeps for a few seconds.
 */
final class Pictures {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    private final ShellView shell;
    private final Scene scene;
    private final List<Section> sections;

    /**
     * Pictures of these sections.
     *
     * @param scene the scene that the shell is in
     */
    Pictures(ShellView shell, Scene scene, List<Section> sections) {
        this.shell = shell;
        this.scene = scene;
        this.sections = sections;
    }

    /** Lets every section choose something worth seeing; its answer may take a moment. */
    void pose() {
        sections.forEach(Section::pose);
    }

    /** Writes {@code <section>-<look>.png} for each into a folder. */
    void drawInto(Path folder) throws IOException {
        for (var theme : Theme.values()) {
            shell.themeProperty().set(theme);
            for (var section : sections) {
                shell.show(section);
                var file = folder.resolve(section.id() + "-" + theme.word() + ".png");
                Png.write(scene.snapshot(null), file);
            }
        }
    }
}
