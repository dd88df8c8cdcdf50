package dev.gatescope.gateway.scenario;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the product, and those in files. */
public final class Scenarios {
    private static final List<String> SHIPPED =
            List.of(
                    "staging-incident",
                    "rapid-reconnect",
                    "startup-storm",
                    "tolerated-phase-failure",
                    "handler-accumulation",
                    "session-pattern",
                    "calm",
                    "report-tests");
    private static final long MOST_BYTES = 1_048_576;

    private Scenarios() {}

    /** The names of those that come with the product. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * The scenario of this name, or in this file.
     *
     * @throws InvalidScenario where there is none, or it has defects
     */
    public static Scenario open(String nameOrFile) throws InvalidScenario {
        return SHIPPED.contains(nameOrFile)
                ? ScenarioReader.read(nameOrFile, shippedText(nameOrFile))
                : ScenarioReader.read(nameOrFile, fileText(nameOrFile));
    }

    private static String shippedText(String name) {
        var resource = "scenarios/" + name + ".json";
        try (var stream = Scenarios.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the product: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileText(String name) throws InvalidScenario {
        var path = path(name);
        try {
            if (path != null && Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
                return Files.readString(path);
            }
        } catch (IOException e) {
            // Said below.
        }
        throw new InvalidScenario(
                List.of(
                        name
                                + ": is neither a file with a scenario nor one of "
                                + String.join(", ", SHIPPED)
                                + "."));
    }

    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
