package dev.gatescope.console.feed;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Beats four times a second on the JavaFX thread: as often as the gateway speaks, and rarely enough
 * that drawing stays cheap.
 */
public final class FxPulse implements Pulse {
    private static final Duration BEAT = Duration.millis(250);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Timeline timeline = new Timeline(new KeyFrame(BEAT, beat -> beat()));

    /** A pulse that beats from now on. */
    public FxPulse() {
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    @Override
    public void onBeat(Runnable listener) {
        listeners.add(listener);
    }

    /** Beats no more. */
    public void stop() {
        timeline.stop();
    }

    private void beat() {
        listeners.forEach(Runnable::run);
    }
}
