package dev.gatescope.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.flow.Fix;

import javafx.scene.Parent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws the comparison in each state, for people to look at. */
@Timeout(120)
class ComparePicturesTest {
    /** What a window of 1440 by 900 and one of 1000 by 700 leave to a view; then all of it. */
    private static final int[][] SIZES = {{1276, 820}, {836, 620}, {1275, 1500}};

    private static final List<String> BEFORE_AND_AFTER = List.of("legacy", "fixed");

    private final ManualPulse pulse = new ManualPulse();
    private final FakeRunner runner = new FakeRunner();
    private final CompareModel model = new CompareModel(runner, pulse);

    private static final class NoDocuments implements Documents {
        @Override
        public @Nullable Path askForFolder(@Nullable Window owner) {
            return null;
        }

        @Override
        public void open(Path page) throws IOException {
            throw new IOException("nothing opens here");
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingYet(Theme theme) throws Exception {
        draw("empty", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void running(Theme theme) throws Exception {
        model.begin();
        play("legacy", 66, 6);
        play("fixed", 50, 0);

        draw("running", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void finished(Theme theme) throws Exception {
        model.begin();
        play("legacy", 100, 6);
        play("fixed", 100, 0);
        runner.findings.complete(Played.findings(Findings.Verdict.PASS, BEFORE_AND_AFTER, 100));

        draw("finished", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void ladder(Theme theme) throws Exception {
        model.setup().presetProperty().set(FlowPreset.LADDER);
        model.begin();
        for (int i = 0; i < 7; i++) {
            play(FakeRunner.RUNGS.get(i), 100, 6 + i);
        }
        play("fixed", 100, 0);
        runner.findings.complete(
                Played.findings(Findings.Verdict.INCONCLUSIVE, FakeRunner.RUNGS, 100));

        draw("ladder", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatCannotBeRun(Theme theme) throws Exception {
        model.setup().presetProperty().set(FlowPreset.TWO);
        model.setup().second().fixedProperty().set(false);
        model.setup().second().fixProperty(Fix.HANDLERS).set(true);
        model.begin();
        runner.findings.completeExceptionally(
                new ExperimentFailed(
                        "Port 8025 on 127.0.0.1 is in use: stop what listens there, or choose"
                                + " another."));
        model.setup().clientsProperty().set("none");

        draw("failed", theme);
    }

    private void play(String flow, int scripts, int failing) {
        Played.steps(flow, scripts, failing).forEach(runner.watcher);
    }

    private void draw(String state, Theme theme) throws Exception {
        Toolkit.call(() -> {
            var view = new CompareView(model, new NoDocuments());
            pulse.beat();
            for (var size : SIZES) {
                var picture = Picture.of((Parent) view.node(), theme, size[0], size[1]);
                picture.save("compare-%s-%s-%d".formatted(state, theme.word(), size[0]));
                assertThat(picture.colours()).isGreaterThan(50);
            }
            return view;
        });
    }
}
