package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.scenario.Condition;
import dev.gatescope.gateway.scenario.Conditions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The conditions of a scenario, one after the other and again, while demo traffic runs. A component
 * that is down comes up once a connection has met it, so that each time costs about the same.
 */
public final class DemoIncident implements LifecycleHub.Observer, AutoCloseable {
    private static final Duration CALM = Duration.ofSeconds(7);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private volatile CountDownLatch met = new CountDownLatch(0);
    private @Nullable Thread running;

    /** A connection that found something missing may be the one that is waited for. */
    @Override
    public void on(Occurrence occurrence) {
        if (occurrence.fact() instanceof HandlerFact.RegistrationFailed
                || occurrence.fact() instanceof ConnectionFact.Waiting) {
            met.countDown();
        }
    }

    /** Begins, unless it has begun already. */
    public synchronized void begin(Conditions conditions, List<Condition> round) {
        if (running == null && !round.isEmpty()) {
            running =
                    Thread.ofVirtual()
                            .name("demo incident")
                            .start(() -> repeat(conditions, List.copyOf(round)));
        }
    }

    private void repeat(Conditions conditions, List<Condition> round) {
        try {
            while (true) {
                for (var condition : round) {
                    TimeUnit.NANOSECONDS.sleep(CALM.toNanos());
                    happen(conditions, condition);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to stop
        }
    }

    private void happen(Conditions conditions, Condition condition) throws InterruptedException {
        var someone = new CountDownLatch(1);
        met = someone;
        var lasting = conditions.begin(condition);
        try {
            if (condition instanceof Condition.ComponentDown) {
                var _ = someone.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            lasting.end();
        }
    }

    /** Ends whatever is going on, and returns when all is as it was. */
    @Override
    public synchronized void close() {
        var thread = running;
        if (thread == null) {
            return;
        }
        running = null;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
