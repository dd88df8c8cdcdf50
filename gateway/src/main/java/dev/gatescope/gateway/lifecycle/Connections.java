package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * All connections that are open, and those that closed last. Opening and finding take no lock;
 * closing takes a short one.
 */
public final class Connections {
    /** Closed connections that are kept. */
    public static final int CLOSED_KEPT = 10_000;

    /** Closed connections whose events and frames are kept too; the journal has the others'. */
    static final int CLOSED_KEPT_WHOLE = 300;

    private final ConcurrentHashMap<Long, Connection> open = new ConcurrentHashMap<>();
    private final Deque<Connection> closed = new ArrayDeque<>();
    private final Deque<Connection> closedWhole = new ArrayDeque<>();
    private final ConcurrentHashMap<Long, Connection> closedById = new ConcurrentHashMap<>();
    private long closedCount;
    private final LongSupplier numbers;
    private final InstantSource clock;
    private final boolean keepsFrames;

    /**
     * @param numbers gives each connection a number that never repeats
     * @param keepsFrames whether the last frames of a connection are kept
     */
    public Connections(LongSupplier numbers, InstantSource clock, boolean keepsFrames) {
        this.numbers = numbers;
        this.clock = clock;
        this.keepsFrames = keepsFrames;
    }

    /** A new connection of the right order, open from now on. */
    public Connection open(Origin origin) {
        return open(origin, ConnectionPath.ACCEPT_FIRST);
    }

    /** A new connection, open from now on. */
    public Connection open(Origin origin, ConnectionPath path) {
        var connection =
                new Connection(numbers.getAsLong(), origin, path, clock.millis(), keepsFrames);
        open.put(connection.number(), connection);
        return connection;
    }

    /**
     * The connection is over; it moves to the closed ones.
     *
     * @param counted tells of its end while it is still among the open: whoever finds it there no
     *     more finds it counted
     */
    public void close(Connection connection, Runnable counted) {
        connection.closedAt(clock.millis());
        counted.run();
        synchronized (closed) {
            closedCount++;
            closed.addLast(connection);
            closedById.put(connection.number(), connection);
            closedWhole.addLast(connection);
            if (closedWhole.size() > CLOSED_KEPT_WHOLE) {
                closedWhole.removeFirst().forgetTimeline();
            }
            if (closed.size() > CLOSED_KEPT) {
                closedById.remove(closed.removeFirst().number());
            }
        }
        open.remove(connection.number());
    }

    /** How many are open. */
    public int openCount() {
        return open.size();
    }

    /** The open ones, in no order; a view that changes with them. */
    public Collection<Connection> open() {
        return open.values();
    }

    /** The closed ones that are kept, newest first. */
    public List<Connection> closed() {
        synchronized (closed) {
            var newestFirst = new ArrayList<Connection>(closed.size());
            closed.descendingIterator().forEachRemaining(newestFirst::add);
            return newestFirst;
        }
    }

    /** How many have closed since the start. */
    public long closedCount() {
        synchronized (closed) {
            return closedCount;
        }
    }

    /**
     * Those that closed after the first so many, in the order in which they closed.
     *
     * @param count a {@link #closedCount()} of before
     * @param most how many at most, the earliest of them
     */
    public ClosedLater closedAfter(long count, int most) {
        synchronized (closed) {
            var from = Math.max(count, closedCount - closed.size());
            var newestFirst = closed.descendingIterator();
            var later = new ArrayDeque<Connection>();
            for (var i = closedCount; i > from; i--) {
                var connection = newestFirst.next();
                if (i <= from + most) {
                    later.addFirst(connection);
                }
            }
            return new ClosedLater(List.copyOf(later), from + later.size(), from > count);
        }
    }

    /**
     * Connections that closed after some point.
     *
     * @param upTo from where to go on
     * @param incomplete whether others closed before them that are no longer kept
     */
    public record ClosedLater(List<Connection> connections, long upTo, boolean incomplete) {}

    /** The connection of this number, open or kept. */
    public @Nullable Connection find(long number) {
        var connection = open.get(number);
        return connection == null ? closedById.get(number) : connection;
    }
}
