package dev.gatescope.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that options name. What was given is never echoed: it may be the secret itself. */
public final class OptionFile {
    private static final long MOST_BYTES = 1_048_576;

    private OptionFile() {}

    /**
     * What the file holds.
     *
     * @throws InvalidOption where it cannot be read
     */
    public static byte[] bytes(String option, String file) throws InvalidOption {
        try {
            var path = Path.of(file);
            if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
                return Files.readAllBytes(path);
            }
        } catch (IOException | InvalidPathException e) {
            // Said below.
        }
        throw new InvalidOption(option + " takes the name of a file that can be read.");
    }
}
