package dev.gatescope.gateway.server;

import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.jspecify.annotations.Nullable;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What hampers the frames of one connection on purpose, while anything does, and the frames that
 * are kept back meanwhile. Safe from any thread.
 */
final class Impairment {
    /** How frames are hampered; whatever explains a missing heartbeat better comes first. */
    enum Kind {
        /** Pings do not go, pongs are not heard. */
        WITHOUT_HEARTBEAT,
        /** None go and none come. */
        HALTED,
        /** They go slowly. */
        THROTTLED
    }

    /**
     * One hindrance.
     *
     * @param bytesPerSecond at most; counts for {@link Kind#THROTTLED} only
     * @param because the event that explains it
     */
    record Hindrance(Kind kind, int bytesPerSecond, long because) {}

    /** Where frames go that are let go. */
    interface Ways {
        void out(OutgoingEntry entry);

        /** To be called back on a thread that may wait. */
        void in(Frame frame, Callback callback);
    }

    private record Incoming(Frame frame, Callback callback) {}

    private final Ways ways;
    private final Deadlines deadlines;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Hindrance> hindrances = new ArrayList<>();
    private final Queue<OutgoingEntry> outgoing = new ArrayDeque<>();
    private final Queue<Incoming> incoming = new ArrayDeque<>();
    private long dueNanos = System.nanoTime();
    private boolean isNextDue;
    private boolean letting;
    private boolean wakes;
    private boolean over;

    Impairment(Ways ways, Deadlines deadlines) {
        this.ways = ways;
        this.deadlines = deadlines;
    }

    void begin(Hindrance hindrance) {
        lock.lock();
        try {
            hindrances.add(hindrance);
        } finally {
            lock.unlock();
        }
    }

    /** What it kept back may go; true where nothing hampers any more. */
    boolean end(Hindrance hindrance) {
        lock.lock();
        try {
            hindrances.remove(hindrance);
            dueNanos = System.nanoTime();
            isNextDue = false;
            return hindrances.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The event that explains the first of these kinds that there is; NONE where there is none. */
    long because(Kind... kinds) {
        lock.lock();
        try {
            for (var kind : kinds) {
                for (var one : hindrances) {
                    if (one.kind() == kind) {
                        return one.because();
                    }
                }
            }
            return LifecycleHub.NONE;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a frame that is to go. */
    void send(OutgoingEntry entry) {
        if (!keep(entry)) {
            return;
        }
        letGo();
    }

    private boolean keep(OutgoingEntry entry) {
        var lost = false;
        lock.lock();
        try {
            lost = entry.getFrame().getOpCode() == OpCode.PING && is(Kind.WITHOUT_HEARTBEAT);
            if (!lost && !over) {
                outgoing.add(entry);
                return true;
            }
        } finally {
            lock.unlock();
        }
        if (lost) {
            entry.getCallback().succeeded();
        } else {
            entry.getCallback().failed(new ClosedChannelException());
        }
        return false;
    }

    /** Whether a frame that came is kept back; then Jetty reads no further. */
    boolean keeps(Frame frame, Callback callback) {
        lock.lock();
        try {
            if (over || !is(Kind.HALTED)) {
                return false;
            }
            return incoming.add(new Incoming(frame, callback));
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody is to hear of a pong. */
    boolean losesPongs() {
        lock.lock();
        try {
            return is(Kind.WITHOUT_HEARTBEAT);
        } finally {
            lock.unlock();
        }
    }

    private boolean is(Kind kind) {
        return hindrances.stream().anyMatch(one -> one.kind() == kind);
    }

    /**
     * Lets go what nothing keeps back now; one thread at a time, so that frames keep their order.
     */
    void letGo() {
        for (var next = nextOut(true); next != null; next = nextOut(false)) {
            ways.out(next);
        }
        for (var next = nextIn(); next != null; next = nextIn()) {
            ways.in(next.frame(), next.callback());
        }
    }

    private @Nullable OutgoingEntry nextOut(boolean first) {
        lock.lock();
        try {
            if (first && letting) {
                return null; // whoever lets go now sees what came meanwhile
            }
            var next = outgoing.peek();
            letting = next != null && !is(Kind.HALTED) && itsTimeHasCome(next);
            return letting ? outgoing.poll() : null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Incoming nextIn() {
        lock.lock();
        try {
            return is(Kind.HALTED) ? null : incoming.poll();
        } finally {
            lock.unlock();
        }
    }

    private boolean itsTimeHasCome(OutgoingEntry next) {
        var rate =
                hindrances.stream()
                        .filter(one -> one.kind() == Kind.THROTTLED)
                        .mapToLong(Hindrance::bytesPerSecond)
                        .min();
        if (rate.isEmpty()) {
            return true;
        }
        var now = System.nanoTime();
        if (!isNextDue) {
            var bytes = next.getFrame().getPayloadLength();
            var takes = bytes * TimeUnit.SECONDS.toNanos(1) / rate.getAsLong();
            dueNanos = (dueNanos - now > 0 ? dueNanos : now) + takes;
            isNextDue = true;
        }
        if (dueNanos - now > 0) {
            wakeAfter(dueNanos - now);
            return false;
        }
        isNextDue = false;
        return true;
    }

    private void wakeAfter(long nanos) {
        if (!wakes) {
            wakes = true;
            deadlines.after(TimeUnit.NANOSECONDS.toMillis(nanos) + 1, this::wake);
        }
    }

    private void wake() {
        lock.lock();
        try {
            wakes = false;
        } finally {
            lock.unlock();
        }
        letGo();
    }

    /** The connection is over: what was kept back goes nowhere. */
    void close() {
        List<OutgoingEntry> unsent;
        List<Incoming> unread;
        lock.lock();
        try {
            over = true;
            unsent = List.copyOf(outgoing);
            unread = List.copyOf(incoming);
            outgoing.clear();
            incoming.clear();
        } finally {
            lock.unlock();
        }
        unsent.forEach(entry -> entry.getCallback().failed(new ClosedChannelException()));
        unread.forEach(frame -> frame.callback().succeeded());
    }
}
