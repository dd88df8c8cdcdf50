package dev.gatescope.bench;

import dev.gatescope.bench.proc.ServerProcess;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Everything that was measured, with every single sample, for programs and for later comparison.
 *
 * @param finishedAt when, in UTC
 * @param java the JVM of the servers and of the generator
 * @param system operating system, its version and the architecture
 * @param cores which core did what
 * @param jvmOptions of every server
 * @param settings how much was measured
 * @param experiments comparisons by CPU time
 * @param idle memory of idle connections
 */
record Report(
        String finishedAt,
        String java,
        String system,
        String cores,
        List<String> jvmOptions,
        Settings settings,
        List<Comparison> experiments,
        List<IdleMemory.Reading> idle) {

    /** One experiment. */
    record Comparison(String name, String load, String operation, List<Measured> variants) {}

    /**
     * One variant of it.
     *
     * @param capacity beside the first variant's
     */
    record Measured(
            String name,
            Spread cpuMicros,
            Spread capacity,
            long errors,
            @Nullable String firstError,
            List<Sample> samples) {}

    static Report of(
            String cores, Settings settings, List<Results> results, List<IdleMemory.Reading> idle) {
        return new Report(
                Instant.now().toString(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"),
                cores,
                ServerProcess.JVM_OPTIONS,
                settings,
                results.stream().map(Report::comparison).toList(),
                idle);
    }

    private static Comparison comparison(Results results) {
        var experiment = results.experiment();
        return new Comparison(
                experiment.name(),
                experiment.load().title(),
                experiment.load().operation(),
                results.lines().stream().map(line -> measured(line, results.base())).toList());
    }

    private static Measured measured(Line line, Line base) {
        return new Measured(
                line.variant().name(),
                line.spread(Sample::cpuMicros),
                line.capacity(base),
                line.errors(),
                line.firstError(),
                line.samples());
    }

    void write(Path file) throws IOException {
        var json =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build();
        Files.writeString(file, json.writeValueAsString(this) + "\n");
    }

    /** Whether every answer was right. */
    boolean isFlawless() {
        return experiments.stream()
                        .flatMap(comparison -> comparison.variants().stream())
                        .allMatch(variant -> variant.errors() == 0)
                && idle.stream().allMatch(reading -> reading.errors() == 0);
    }
}
