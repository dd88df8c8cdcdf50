package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A daemon thread that takes what the ring publishes, in batches, for one reader that may be slow.
 * What it loses is reported as an event. On {@link #close} everything published before is taken
 * first, and what comes meanwhile is not waited for.
 */
public final class RingReader implements AutoCloseable {
    /** Takes batches; called on the reader's thread only. */
    @FunctionalInterface
    public interface Batches {
        /**
         * Takes a batch, oldest first; an empty one when nothing came for a while.
         *
         * @return false where it could not be taken; the same batch is then offered again later,
         *     and the ring keeps what comes meanwhile
         */
        boolean take(List<Occurrence> batch);
    }

    private static final Logger log = LoggerFactory.getLogger(RingReader.class);
    private static final int MOST = 2_000;
    private static final long WINDOW_MILLIS = 100;
    private static final long CLOSE_MILLIS = 3_000;
    private static final long PUBLISHING_NANOS = 100_000;

    private final String where;
    private final EventRing ring;
    private final EventRing.Reader reader;
    private final LifecycleHub hub;
    private final Batches batches;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private boolean closed;
    private long takenUpTo;
    private boolean hurry;
    private boolean closing;
    private long wanted;
    private boolean givenUp;
    private long reportedDrops;

    /**
     * @param where what the reader is called where its losses are shown
     */
    public RingReader(String where, EventRing ring, LifecycleHub hub, Batches batches) {
        this.where = where;
        this.ring = ring;
        this.reader = ring.reader();
        this.hub = hub;
        this.batches = batches;
    }

    /** Begins to take; until then the ring keeps what it can. Once closed it begins no more. */
    public synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name(where).start(this::run);
        }
    }

    private void run() {
        List<Occurrence> batch = List.of();
        var more = true;
        while (more) {
            if (batch.isEmpty()) {
                var next = new ArrayList<Occurrence>();
                reader.drain(MOST, next::add);
                batch = next;
            }
            reportDrops();
            var full = batch.size() == MOST;
            var taken = takes(batch);
            if (taken) {
                batch = List.of();
            }
            more = awaitNext(taken, full);
        }
    }

    private boolean takes(List<Occurrence> batch) {
        try {
            return batches.take(batch);
        } catch (RuntimeException e) {
            log.warn("The {} could not take {} events", where, batch.size(), e);
            return true;
        }
    }

    /**
     * Notes what has been taken and waits for more, unless there is more already; false when the
     * reader is to end.
     */
    private boolean awaitNext(boolean taken, boolean full) {
        lock.lock();
        try {
            if (taken) {
                takenUpTo = reader.position();
            }
            changed.signalAll();
            if (closing && (givenUp || takenUpTo >= wanted)) {
                return false;
            }
            if (closing && taken) {
                awaitPublisher();
                return true;
            }
            var left = TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS);
            while (!givenUp && left > 0 && (!taken || !(closing || hurry || full))) {
                left = changed.awaitNanos(left);
            }
            hurry = false;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has taken a place in the ring and is about to fill it. */
    private void awaitPublisher() throws InterruptedException {
        var left = PUBLISHING_NANOS;
        while (!givenUp && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    private void reportDrops() {
        var drops = reader.dropped() - reportedDrops;
        if (drops > 0) {
            reportedDrops += drops;
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped(where, drops));
        }
    }

    /** Waits until what has been published by now is taken, but not longer than given. */
    public void catchUp(long millis) {
        var upTo = ring.published();
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (takenUpTo < upTo && left > 0 && !closing) {
                hurry = true;
                changed.signalAll();
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        if (running == null) {
            return;
        }
        var published = ring.published();
        change(() -> {
            closing = true;
            wanted = published;
        });
        try {
            running.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        change(() -> givenUp = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
