package dev.gatescope.console.feed;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Beats four times a second on the JavaFX thread: as often as the gateway speaks, and rarely enough
 * that drawing stays cheap.
 */
public final class FxPulse implements Pulse {
    private static final Duration BEAT = Duration.millis(250);

    private final Timeline timeline = new Timeline();

    /** A pulse that beats from the first listener on. */
    public FxPulse() {
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public void onBeat(Runnable listener) {
        timeline.stop();
        timeline.getKeyFrames().add(new KeyFrame(BEAT, beat -> listener.run()));
        timeline.play();
    }

    /** Beats no more. */
    public void stop() {
        timeline.stop();
    }
}
