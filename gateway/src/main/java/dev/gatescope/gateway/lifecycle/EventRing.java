package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Hands facts from the gateway's threads to readers that may be slow: the journal, the log, every
 * live stream. Publishing is one step on a counter and one store, whoever reads. A reader that
 * falls a whole ring behind loses the oldest facts and knows exactly how many.
 */
public final class EventRing implements LifecycleHub.Observer {
    private record Slot(long sequence, Occurrence occurrence) {}

    private final AtomicReferenceArray<@Nullable Slot> slots;
    private final int mask;
    private final AtomicLong next = new AtomicLong();
    private final ConcurrentHashMap<Long, Boolean> publishedCauses = new ConcurrentHashMap<>();

    /** A ring of this many slots, a power of two. */
    public EventRing(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the ring's size must be a power of two: " + size);
        }
        slots = new AtomicReferenceArray<>(size);
        mask = size - 1;
    }

    @Override
    public void on(Occurrence occurrence) {
        var connection = occurrence.connection();
        if (!occurrence.fact().perMessage()) {
            if (connection != null && restsOnMessages(occurrence)) {
                publishCauses(connection, occurrence);
            }
            publish(occurrence);
        } else if (connection != null && connection.traced()) {
            publish(occurrence);
        }
    }

    /** Whether it may: to look through a connection's messages is too dear for every step. */
    private static boolean restsOnMessages(Occurrence occurrence) {
        return occurrence.fact() instanceof MessageFact
                || occurrence.fact() instanceof SessionFact
                || !occurrence.faults().isEmpty();
    }

    /** What went wrong is published with what it rests on, since that was kept back before. */
    private void publishCauses(Connection connection, Occurrence occurrence) {
        if (connection.traced()) {
            return;
        }
        publishCause(connection, occurrence.cause());
        for (var further : occurrence.also()) {
            publishCause(connection, further);
        }
    }

    private void publishCause(Connection connection, long cause) {
        if (cause == LifecycleHub.NONE) {
            return;
        }
        var earlier = connection.recentMessage(cause);
        if (earlier != null
                && earlier.fact().perMessage()
                && publishedCauses.putIfAbsent(cause, true) == null) {
            if (publishedCauses.size() > mask) {
                publishedCauses.clear();
            }
            publishCauses(connection, earlier);
            publish(earlier);
        }
    }

    private void publish(Occurrence occurrence) {
        var sequence = next.getAndIncrement();
        slots.setRelease((int) sequence & mask, new Slot(sequence, occurrence));
    }

    /** How many facts have been published. */
    long published() {
        return next.get();
    }

    /** A reader of what is published from now on. */
    public Reader reader() {
        return new Reader();
    }

    /** One reader's place in the ring; for one thread at a time. */
    public final class Reader {
        private long position = next.get();
        private long dropped;

        private Reader() {}

        /**
         * Takes what was published since the last call, at most {@code most}, oldest first.
         *
         * @return how many were taken
         */
        public int drain(int most, Consumer<Occurrence> taker) {
            var taken = 0;
            while (taken < most) {
                var end = next.get();
                if (position >= end) {
                    break;
                }
                var oldest = end - mask - 1;
                if (position < oldest) {
                    dropped += oldest - position;
                    position = oldest;
                }
                var slot = slots.getAcquire((int) position & mask);
                if (slot == null || slot.sequence() < position) {
                    break;
                }
                if (slot.sequence() == position) {
                    taker.accept(slot.occurrence());
                    taken++;
                } else {
                    dropped++;
                }
                position++;
            }
            return taken;
        }

        /** Up to where it has read. */
        long position() {
            return position;
        }

        /** How many facts this reader has lost since it began. */
        public long dropped() {
            return dropped;
        }
    }
}
