package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * One fault while it acts: whom it is to touch, how often it did, and when it is over. Whoever
 * stands in for a part asks {@link #takes} first and reports each act by {@link #hit}. Safe from
 * any thread.
 */
public final class ActiveFault {
    /** How many connections one fault touches at most. */
    public static final int MOST_CONNECTIONS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ActiveFault.class);

    private final long number;
    private final Injection injection;
    private final LifecycleHub hub;
    private final Alarms alarms;
    private final long started;
    private final Chance chance;
    private final long numberBefore;
    private final Set<Long> touched = ConcurrentHashMap.newKeySet();
    private final LongAdder hits = new LongAdder();
    private final LongAdder spared = new LongAdder();
    private final AtomicLong messages = new AtomicLong();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    /**
     * @param started the event that tells of its start
     * @param numberBefore the number of the last connection before it
     */
    ActiveFault(
            long number,
            Injection injection,
            LifecycleHub hub,
            Alarms alarms,
            long started,
            long numberBefore) {
        this.number = number;
        this.injection = injection;
        this.hub = hub;
        this.alarms = alarms;
        this.started = started;
        this.numberBefore = numberBefore;
        this.chance = new Chance(injection.seed(), injection.percent());
    }

    /** Its number. */
    public long number() {
        return number;
    }

    /** The event that tells of its start; what is because of it as a whole has it as its cause. */
    public long started() {
        return started;
    }

    Injection injection() {
        return injection;
    }

    /**
     * Whether it is to touch this connection; the same answer whenever it is asked, as long as it
     * is active. One more than {@link #MOST_CONNECTIONS} is spared.
     */
    public boolean takes(Connection connection) {
        return takesAs(connection, connection.user());
    }

    /** Whether it is to touch this connection, which only the caller knows to be this user's. */
    public boolean takesAs(Connection connection, @Nullable String user) {
        return !isOver()
                && isMeant(connection, user)
                && chance.meets(connection.number() - numberBefore)
                && mayTouch(connection);
    }

    /** Whether it is to touch this message; each time that it is asked is another message. */
    public boolean takesMessage(Connection connection, String type) {
        var only = injection.scope().type();
        return !isOver()
                && isMeant(connection, connection.user())
                && (only == null || only.equals(type))
                && chance.meets(messages.incrementAndGet())
                && mayTouch(connection);
    }

    private boolean isMeant(Connection connection, @Nullable String user) {
        var scope = injection.scope();
        return (scope.user() == null || scope.user().equals(user))
                && (scope.connection() == null || scope.connection().equals(connection.id()));
    }

    private boolean mayTouch(Connection connection) {
        var one = connection.number();
        if (touched.contains(one)) {
            return true;
        }
        synchronized (touched) {
            if (touched.size() < MOST_CONNECTIONS) {
                touched.add(one);
                return true;
            }
        }
        spared.increment();
        return false;
    }

    /**
     * It acts. Whatever goes wrong by this has the event as its cause.
     *
     * @param trigger the message or the step to which it happens; NONE where there is none
     * @param what it does, in a sentence
     * @return the event that tells of it
     */
    public long hit(@Nullable Connection connection, long trigger, String what) {
        hits.increment();
        var also = trigger == LifecycleHub.NONE ? List.<Long>of() : List.of(trigger);
        var kind = injection.kind().description();
        return hub.report(
                connection,
                started,
                also,
                new FaultFact.Hit(number, kind.kind(), what, kind.perMessage()));
    }

    /** Completes when it is over, with the reason in words. Nobody else completes it. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Whether it is over. */
    public boolean isOver() {
        return ended.isDone();
    }

    /** Holds the calling thread so long, or until it is over if that is earlier. */
    public void hold(Duration time) throws InterruptedException {
        try {
            ended.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Held as long as it should be.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes this with an exception", e);
        }
    }

    /** A delay with up to so much added to it, as the seed has it. */
    public Duration jittered(Duration delay, Duration jitter) {
        var share = chance.share(messages.incrementAndGet());
        return delay.plusNanos((long) (jitter.toNanos() * share));
    }

    /** Does this so much later, on the faults' own thread, unless it is over by then. */
    public void after(Duration delay, Runnable action) {
        var cancel =
                alarms.in(
                        delay,
                        () -> {
                            if (!isOver()) {
                                action.run();
                            }
                        });
        whenEnded(cancel);
    }

    /**
     * Undoes something when it is over, on the thread that ends it, what was done last first; at
     * once where it is over already.
     */
    public void whenEnded(Runnable undo) {
        synchronized (undoing) {
            if (!isOver()) {
                undoing.push(undo);
                return;
            }
        }
        undo.run();
    }

    /** It is over: whoever it holds goes on, and what it changed is undone before this returns. */
    void end(String why) {
        synchronized (undoing) {
            ended.complete(why);
        }
        while (true) {
            Runnable undo;
            synchronized (undoing) {
                undo = undoing.poll();
            }
            if (undo == null) {
                return;
            }
            try {
                undo.run();
            } catch (RuntimeException e) {
                log.error("A part of a fault could not be undone", e);
            }
        }
    }

    long hits() {
        return hits.sum();
    }

    long spared() {
        return spared.sum();
    }

    long connections() {
        return touched.size();
    }
}
