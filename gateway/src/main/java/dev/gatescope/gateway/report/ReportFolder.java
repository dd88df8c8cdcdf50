package dev.gatescope.gateway.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder into which a report goes. Each file appears whole or not at all. */
public final class ReportFolder {
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, made where it is not there, and makes sure that files can be written to it.
     *
     * @throws IOException where that is not so
     */
    public static ReportFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var probe = Files.createTempFile(folder, "report", UNFINISHED);
        Files.delete(probe);
        return new ReportFolder(folder);
    }

    /**
     * Writes a file.
     *
     * @throws IOException where it cannot be written; nothing is left of it then
     */
    public Path write(String name, String text) throws IOException {
        var target = folder.resolve(name);
        var unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.writeString(unfinished, text);
            return Files.move(
                    unfinished,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
