package dev.gatescope.console;

import dev.gatescope.console.feed.Link;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Theme;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Draws every section in every look into files, without a window. For the JavaFX thread, which it
 * keeps for a few seconds.
 */
final class Pictures {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    /** What was chosen for a picture is asked of the gateway, and comes with a later beat. */
    private static final Duration TIME_TO_POSE = Duration.seconds(1.5);

    private final Views views;
    private final Supplier<CompletableFuture<?>> encore;
    private final Scene scene;

    /**
     * Pictures of these views, which must be in no scene yet.
     *
     * @param encore lets something go wrong, for those views that have nothing to show before
     */
    Pictures(Views views, Supplier<CompletableFuture<?>> encore) {
        this.views = views;
        this.encore = encore;
        scene = views.shell().scene(WIDTH, HEIGHT);
    }

    /**
     * Draws into a folder when there was traffic for so long and every section has something to
     * show.
     *
     * @return completes with what to tell people if there is nothing to draw; else with nothing
     */
    CompletableFuture<String> drawAfter(Duration traffic, Path folder) {
        var trouble = new CompletableFuture<String>();
        var rehearsed =
                CompletableFuture.allOf(
                        views.sections().stream()
                                .map(Section::rehearse)
                                .toArray(CompletableFuture<?>[]::new));
        after(
                traffic,
                trouble,
                () -> {
                    var _ = rehearsed.thenRun(() -> poseAndDraw(trouble, folder));
                });
        return trouble;
    }

    /** Lets every section choose something worth seeing; its answer may take a moment. */
    void pose() {
        views.sections().forEach(Section::pose);
    }

    /** Writes {@code <section>-<look>.png} for each into a folder. */
    void drawInto(Path folder) throws IOException {
        draw(views.sections(), folder);
    }

    private void draw(List<Section> sections, Path folder) throws IOException {
        for (var theme : Theme.values()) {
            views.shell().themeProperty().set(theme);
            for (var section : sections) {
                views.shell().show(section);
                scene.snapshot(null); // tables find their column widths on the first drawing
                var file = folder.resolve(section.id() + "-" + theme.word() + ".png");
                Png.write(scene.snapshot(null), file);
            }
        }
    }

    private void poseAndDraw(CompletableFuture<String> trouble, Path folder) {
        after(
                Duration.ZERO,
                trouble,
                () -> {
                    pose();
                    after(TIME_TO_POSE, trouble, () -> drawInTwoActs(trouble, folder));
                });
    }

    /** What goes wrong for the sake of some views would be seen in the others. */
    private void drawInTwoActs(CompletableFuture<String> trouble, Path folder) {
        var barren = views.sections().stream().filter(Section::barren).toList();
        var rich = views.sections().stream().filter(each -> !barren.contains(each)).toList();
        String wrong = drawIfLive(rich, folder);
        if (!wrong.isEmpty() || barren.isEmpty()) {
            trouble.complete(wrong);
            return;
        }
        var _ =
                encore.get()
                        .handleAsync(
                                (done, failed) -> { // without it they have their hints to show
                                    poseAgain(barren, trouble, folder);
                                    return done;
                                },
                                Platform::runLater);
    }

    private void poseAgain(List<Section> barren, CompletableFuture<String> trouble, Path folder) {
        after(
                TIME_TO_POSE,
                trouble,
                () -> {
                    barren.forEach(Section::pose);
                    after(
                            TIME_TO_POSE,
                            trouble,
                            () -> trouble.complete(drawIfLive(barren, folder)));
                });
    }

    private String drawIfLive(List<Section> sections, Path folder) {
        if (views.model().linkStateProperty().get() != Link.State.LIVE) {
            return "There are no figures to draw. " + views.model().troubleProperty().get();
        }
        try {
            draw(sections, folder);
            return "";
        } catch (IOException e) {
            return "The pictures could not be written into the folder given with --snapshot.";
        }
    }

    /** Whatever goes wrong then must reach whoever waits, who would wait for ever. */
    private static void after(Duration wait, CompletableFuture<String> waiting, Runnable what) {
        var pause = new PauseTransition(wait);
        pause.setOnFinished(over -> {
            try {
                what.run();
            } catch (RuntimeException | Error failure) {
                waiting.completeExceptionally(failure);
            }
        });
        pause.play();
    }
}
