package dev.gatescope.gateway.startup;

import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the components one phase after the other, on the thread that calls {@link #run}. A
 * component whose prerequisites failed fails too; the others still start.
 */
public final class Startup {
    /** Starts one component; returns when it is up. */
    @FunctionalInterface
    public interface Phase {
        /** Starts it, also again; throws with a message for people. */
        void start() throws Exception;

        /** Takes it away from those who come from now on; nothing where that means nothing. */
        default void stop() {}

        /** It is lost at once, also to those who have waited for it. */
        default void lose() {}
    }

    /** Keeps a component from starting until it is closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    private static final Logger log = LoggerFactory.getLogger(Startup.class);
    private static final Map<ComponentName, Set<ComponentName>> NEEDS =
            Map.of(
                    ComponentName.DATABASE, Set.of(),
                    ComponentName.MIGRATIONS, Set.of(ComponentName.DATABASE),
                    ComponentName.THREAD_SERVICE, Set.of(ComponentName.MIGRATIONS),
                    ComponentName.AGENT_SUPERVISOR, Set.of(ComponentName.MIGRATIONS),
                    ComponentName.ROUTER, Set.of());

    private final StartupGate gate;
    private final Map<ComponentName, Phase> phases;
    private final Map<ComponentName, CountDownLatch> holds = new EnumMap<>(ComponentName.class);
    private volatile boolean stopped;

    /** A startup of these phases, one for each component. */
    public Startup(StartupGate gate, Map<ComponentName, Phase> phases) {
        this.gate = gate;
        this.phases = new EnumMap<>(phases);
    }

    /** Starts a component in another way; to be called before {@link #run}. */
    public void replace(ComponentName name, Phase phase) {
        phases.put(name, phase);
    }

    /** Holds a component back; to be called before {@link #run}. */
    public Hold hold(ComponentName name) {
        var latch = new CountDownLatch(1);
        synchronized (holds) {
            holds.put(name, latch);
        }
        return latch::countDown;
    }

    /** Starts everything; returns when each component is up or has failed, or it was stopped. */
    public void run() throws InterruptedException {
        for (var name : ComponentName.values()) {
            if (!stopped) {
                start(name);
            }
        }
    }

    /**
     * Takes a component down; who needs it from now on finds it missing, and waits. From any
     * thread, once everything has started.
     *
     * @param why for people
     */
    public synchronized void takeDown(ComponentName name, String why) {
        takeDown(name, why, LifecycleHub.NONE);
    }

    /**
     * Takes a component down, as {@link #takeDown(ComponentName, String)} does.
     *
     * @param cause the event that tells why
     */
    public synchronized void takeDown(ComponentName name, String why, long cause) {
        if (!stopped) {
            gate.down(name, why, cause);
            phase(name).stop();
        }
    }

    /**
     * Lets a component fail that was up; nobody waits for it, until it is brought up again. From
     * any thread, once everything has started.
     *
     * @param why for people
     * @param cause the event that tells why
     */
    public synchronized void fail(ComponentName name, String why, long cause) {
        if (!stopped) {
            phase(name).lose();
            gate.failed(name, why, cause);
        }
    }

    /** Brings a component up again; returns when it is up or has failed. From any thread. */
    public synchronized void bringUp(ComponentName name) throws InterruptedException {
        if (!stopped) {
            start(name);
        }
    }

    /** Starts nothing more, and lets nobody wait for what is missing; from any thread. */
    public void stop() {
        synchronized (holds) {
            stopped = true;
            holds.values().forEach(CountDownLatch::countDown);
        }
        gate.giveUp();
    }

    private void start(ComponentName name) throws InterruptedException {
        var broken =
                NEEDS.getOrDefault(name, Set.of()).stream().filter(gate::hasFailed).findFirst();
        if (broken.isPresent()) {
            var needed = broken.get();
            gate.failed(name, "needs " + needed.word() + ", which failed", gate.eventOf(needed));
            return;
        }
        gate.starting(name);
        var began = System.nanoTime();
        awaitRelease(name);
        if (stopped) {
            return;
        }
        try {
            phase(name).start();
            gate.ready(name, Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            log.debug("Component {} failed", name.word(), e);
            var message = e.getMessage();
            gate.failed(
                    name,
                    message == null ? e.getClass().getSimpleName() : message,
                    Explained.eventOf(e));
        }
    }

    private Phase phase(ComponentName name) {
        var phase = phases.get(name);
        if (phase == null) {
            throw new IllegalStateException("no phase for " + name.word());
        }
        return phase;
    }

    private void awaitRelease(ComponentName name) throws InterruptedException {
        CountDownLatch latch;
        synchronized (holds) {
            latch = holds.get(name);
        }
        if (latch != null) {
            latch.await();
        }
    }
}
