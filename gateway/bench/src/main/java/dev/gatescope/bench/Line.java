package dev.gatescope.bench;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All samples of one variant in one experiment. The n-th samples of two variants were taken in the
 * same round, so their ratio is not blurred by what changed on the machine between rounds.
 */
final class Line {
    private final Variant variant;
    private final List<Sample> samples = new ArrayList<>();
    private long errors;
    private @Nullable String firstError;

    Line(Variant variant) {
        this.variant = variant;
    }

    void add(Sample sample) {
        samples.add(sample);
        addErrors(sample);
    }

    /** Counts the errors of a sample that is not used otherwise: of a warm-up. */
    void addErrors(Sample sample) {
        errors += sample.errors();
        if (firstError == null) {
            firstError = sample.firstError();
        }
    }

    Variant variant() {
        return variant;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    long errors() {
        return errors;
    }

    @Nullable String firstError() {
        return firstError;
    }

    Spread spread(ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().mapToDouble(figure).toArray());
    }

    /**
     * What this variant can do with a core as a share of what the base can: the inverse ratio of
     * their CPU time per operation, round by round.
     */
    Spread capacity(Line base) {
        var ratios = new double[samples.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = base.samples.get(i).cpuMicros() / samples.get(i).cpuMicros();
        }
        return Spread.of(ratios);
    }
}
