package dev.gatescope.gateway.metrics;

/**
 * One part of the traffic: what is counted of it, and its last minute. Failures in which an
 * injected fault had a hand are counted apart, so that either can be shown.
 */
record Traffic(Tally tally, TrafficWindow window, Tally injected, TrafficWindow injectedWindow) {
    static Traffic nothing() {
        var tally = new Tally();
        var injected = new Tally();
        return new Traffic(tally, new TrafficWindow(tally), injected, new TrafficWindow(injected));
    }

    void tick() {
        window.tick();
        injectedWindow.tick();
    }

    Counts sinceStart(boolean withInjected) {
        var counts = window.sinceStart();
        return withInjected ? counts.plus(injectedWindow.sinceStart()) : counts;
    }

    Counts lastMinute(boolean withInjected) {
        var counts = window.lastMinute();
        return withInjected ? counts.plus(injectedWindow.lastMinute()) : counts;
    }

    Counts lastSecond() {
        return window.lastSecond().plus(injectedWindow.lastSecond());
    }
}
