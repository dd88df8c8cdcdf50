package dev.gatescope.gateway.server;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the frames that come before a connection is ready, in order and within bounds: so many and
 * so large for one connection, and so large for all together. Safe from any thread.
 */
final class EarlyFrameBuffer {
    static final int MOST_FRAMES = 64;
    static final long MOST_BYTES = 1_048_576;
    static final long MOST_BYTES_OF_ALL = 64 * 1_048_576L;

    record Kept(String frame, int bytes) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Kept> frames = new ArrayDeque<>();
    private final AtomicLong bytesOfAll;
    private long bytes;
    private boolean ended;
    private boolean passedOn;
    private boolean losesNothing;

    /**
     * @param bytesOfAll what all connections keep together
     */
    EarlyFrameBuffer(AtomicLong bytesOfAll) {
        this.bytesOfAll = bytesOfAll;
    }

    /** What became of a frame. */
    enum Offered {
        KEPT,
        /** There is no room, so the frame is lost. */
        OVERFLOWED,
        /** The flow takes frames itself now, if it still does. */
        PASS_ON
    }

    Offered offer(String frame, int size) {
        lock.lock();
        try {
            while (losesNothing && !passedOn && !ended && !frames.isEmpty() && !hasRoom(size)) {
                changed.awaitUninterruptibly();
            }
            if (passedOn || ended) {
                return Offered.PASS_ON;
            }
            if (!hasRoom(size) || !reserve(size)) {
                return Offered.OVERFLOWED;
            }
            bytes += size;
            frames.add(new Kept(frame, size));
            changed.signalAll();
            return Offered.KEPT;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(int size) {
        return frames.size() < MOST_FRAMES && bytes + size <= MOST_BYTES;
    }

    private boolean reserve(int size) {
        if (bytesOfAll.addAndGet(size) > MOST_BYTES_OF_ALL && !losesNothing) {
            bytesOfAll.addAndGet(-size);
            return false;
        }
        return true;
    }

    /** From now on a frame for which there is no room waits for it, and its client with it. */
    void loseNothingFromNowOn() {
        lock.lock();
        try {
            losesNothing = true;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return frames.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next frame; none when the time is over or the connection has ended. */
    @Nullable Kept await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = nanos;
            while (frames.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            var next = take();
            changed.signalAll(); // a reader may wait for room
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** The next frame; where there is none, frames are passed on from now on. */
    @Nullable Kept nextOrPassOn(Runnable passOn) {
        lock.lock();
        try {
            var next = take();
            if (next == null) {
                passedOn = true;
                passOn.run();
            }
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Kept take() {
        var next = frames.poll();
        if (next != null) {
            bytes -= next.bytes();
            bytesOfAll.addAndGet(-next.bytes());
        }
        return next;
    }

    /** No more frames will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what is kept. */
    void clear() {
        lock.lock();
        try {
            frames.clear();
            bytesOfAll.addAndGet(-bytes);
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }
}
