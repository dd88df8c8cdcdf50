package dev.gatescope.console.feed;

import java.util.ArrayList;
import java.util.List;

/** A pulse that beats when a test says so. */
public final class ManualPulse implements Pulse {
    private final List<Runnable> listeners = new ArrayList<>();

    @Override
    public void onBeat(Runnable listener) {
        listeners.add(listener);
    }

    /** Beats once. */
    public void beat() {
        listeners.forEach(Runnable::run);
    }
}
