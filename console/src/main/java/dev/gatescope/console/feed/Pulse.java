package dev.gatescope.console.feed;

/** The beat on which everything that came from the gateway reaches the models. */
public interface Pulse {
    /** Calls back on every beat, on the thread of the models; in the window that is JavaFX's. */
    void onBeat(Runnable listener);
}
