package dev.gatescope.bench;

import dev.gatescope.bench.load.LoadGenerator;
import dev.gatescope.bench.load.LoadResult;
import dev.gatescope.bench.load.Target;
import dev.gatescope.bench.load.Window;
import dev.gatescope.bench.proc.Proc;
import dev.gatescope.bench.proc.ServerProcess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Takes the samples of an experiment: every variant warmed up, then one sample of each in turn,
 * round after round, so that whatever changes on the machine meets all of them alike. Each round
 * begins with another variant, as the one that follows a pause may be at an advantage.
 */
final class Rounds {
    private static final Duration LEAD_IN = Duration.ofSeconds(1);

    /** The compiler is done with a program that a window leaves no cheaper than this. */
    private static final double STEADY = 0.95;

    private static final int MOST_WARM_UPS = 12;

    /** Other programs with a larger share of one core than this spoil a sample. */
    private static final double QUIET = 0.15;

    private final Settings settings;
    private final Fleet fleet;
    private final Consumer<String> progress;

    Rounds(Settings settings, Fleet fleet, Consumer<String> progress) {
        this.settings = settings;
        this.fleet = fleet;
        this.progress = progress;
    }

    /** Adds this fleet's samples to the results. */
    void run(Results results) throws IOException, InterruptedException {
        var experiment = results.experiment();
        var variants = experiment.variants();
        for (var variant : variants) {
            progress.accept(experiment.title() + ": warming up " + variant.name());
            warmUp(variant, experiment.load(), results.line(variant));
        }
        for (int round = 0; round < settings.rounds(); round++) {
            for (int turn = 0; turn < variants.size(); turn++) {
                var variant = variants.get((round + turn) % variants.size());
                var sample = quietSample(experiment.load(), variant);
                results.line(variant).add(sample);
                progress.accept(
                        "%s, round %d: %s %.2f us/%s"
                                .formatted(
                                        experiment.title(),
                                        round + 1,
                                        variant.name(),
                                        sample.cpuMicros(),
                                        experiment.load().operation()));
            }
        }
    }

    /**
     * Runs until an operation gets no cheaper, so that a program with more code to compile is not
     * measured while it is still compiled.
     */
    private void warmUp(Variant variant, Load load, Line line)
            throws IOException, InterruptedException {
        var cheapest = Double.MAX_VALUE;
        var steadyFor = 0;
        for (int window = 0; window < MOST_WARM_UPS && steadyFor < 2; window++) {
            var sample = sample(load, variant, settings.warmUpSeconds());
            line.addErrors(sample);
            steadyFor = sample.cpuMicros() < cheapest * STEADY ? 0 : steadyFor + 1;
            cheapest = Math.min(cheapest, sample.cpuMicros());
        }
    }

    /** The first sample that nothing disturbed, or the least disturbed of all tries. */
    private Sample quietSample(Load load, Variant variant)
            throws IOException, InterruptedException {
        var best = sample(load, variant, settings.seconds());
        for (int tried = 1; tried < settings.tries() && best.otherCpu() > QUIET; tried++) {
            var next = sample(load, variant, settings.seconds());
            // One with errors is kept, whatever came before or comes after it.
            if (best.errors() == 0 && (next.errors() > 0 || next.otherCpu() < best.otherCpu())) {
                best = next;
            }
        }
        return best;
    }

    private Sample sample(Load load, Variant variant, int seconds)
            throws IOException, InterruptedException {
        var process = fleet.get(variant.server());
        if (!variant.console()) {
            return Sample.of(load(load, variant.server(), process, seconds), 0, 0);
        }
        try (var console = ConsoleReader.attach(process.admin().orElseThrow())) {
            var result = load(load, variant.server(), process, seconds);
            var sample = Sample.of(result, console.frames(), console.chars());
            return judged(sample, console.lost());
        }
    }

    private static Sample judged(Sample sample, @Nullable String lost) {
        if (lost != null) {
            return sample.failed("console: " + lost);
        }
        return sample.streamFrames() == 0 ? sample.failed("console: nothing to read") : sample;
    }

    /** Puts a load on a server for so long and measures it. */
    static LoadResult load(Load load, Contestant server, ServerProcess process, int seconds)
            throws IOException {
        var window =
                new Window(LEAD_IN, Duration.ofSeconds(seconds), () -> Proc.cpu(process.pid()));
        try (var generator = generator(load, server, process)) {
            return load.run(generator, window);
        }
    }

    /** A generator of this load's questions to a running server. */
    static LoadGenerator generator(Load load, Contestant server, ServerProcess process)
            throws IOException {
        return new LoadGenerator(
                Target.of(process.webSocket(), server.gateway()), load.exchange(server.gateway()));
    }
}
