package dev.gatescope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatescope.bench.load.LoadResult;
import dev.gatescope.bench.proc.CpuReading;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Variant VARIANT = Variant.of(Contestant.bare("platform"));

    @Test
    void capacityIsTheInverseOfCpuTimeRoundByRound() {
        var base = line(10, 20, 30);
        var twiceAsDear = line(20, 40, 120);

        assertThat(twiceAsDear.capacity(base)).isEqualTo(new Spread(0.25, 0.5, 0.5));
        assertThat(base.capacity(base)).isEqualTo(new Spread(1, 1, 1));
    }

    @Test
    void errorsOfTheWarmUpCountThoughItsFiguresDoNot() {
        var line = line(10);

        line.addErrors(sample(99, 2, "refused"));

        assertThat(line.errors()).isEqualTo(2);
        assertThat(line.firstError()).isEqualTo("refused");
        assertThat(line.spread(Sample::cpuMicros).max()).isEqualTo(10);
    }

    @Test
    void aSampleHasCpuTimePerOperationAndSharesOfACore() {
        var before = new CpuReading(0, 5_000_000, 0, 10_000_000);
        var after = new CpuReading(1_000_000_000, 505_000_000, 950_000_000, 1_560_000_000);
        var polledInVain = 700_000_000;

        var sample =
                Sample.of(
                        new LoadResult(before, after, polledInVain, 50_000, 7_000, 9_000, 0, null),
                        0,
                        0);

        assertThat(sample.cpuMicros()).isEqualTo(10);
        assertThat(sample.rate()).isEqualTo(50_000);
        assertThat(sample.p50Micros()).isEqualTo(7);
        assertThat(sample.generatorCpu()).isCloseTo(0.25, within(1e-9));
        assertThat(sample.otherCpu()).isEqualTo(0.1);
    }

    private static Line line(double... cpuMicros) {
        var line = new Line(VARIANT);
        for (double each : cpuMicros) {
            line.add(sample(each, 0, null));
        }
        return line;
    }

    private static Sample sample(double cpuMicros, long errors, @Nullable String firstError) {
        return new Sample(cpuMicros, 1, 1, 1, 0, 0, 1, errors, firstError, 0, 0);
    }
}
