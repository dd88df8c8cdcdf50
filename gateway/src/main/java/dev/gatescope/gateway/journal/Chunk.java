package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.Severity;

import tools.jackson.databind.ObjectWriter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Events of a moment, and the connections that closed meanwhile, which become one row: JSON, a line
 * each, and what a search needs to pass the row by. Chunks may overlap, as demo traffic has its own
 * and as the cause of an error may be told later than its time; but no chunk spans more than {@link
 * #MOST_NUMBERS}. For one thread.
 */
final class Chunk {
    /** Of event numbers in a chunk: those of a second. */
    static final long MOST_NUMBERS = EventNumbers.firstAt(1_000);

    /** So many connections, one after the other, are found together. */
    private static final long NEIGHBOURS = 64;

    /** Searching reads whole chunks; and H2 takes no more than a mebibyte in a column. */
    private static final int ENOUGH_BYTES = 262_144;

    private final boolean demo;
    private final long firstId;
    private long lastId;
    private Severity worst = Severity.DEBUG;
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> users = new LinkedHashSet<>();
    private final Set<Long> neighbours = new LinkedHashSet<>();
    private final Lines events;
    private final Lines closed;
    private long lastClosed;

    private Chunk(ObjectWriter json, boolean demo, long firstId) {
        this.events = new Lines(json);
        this.closed = new Lines(json);
        this.demo = demo;
        this.firstId = firstId;
    }

    /**
     * The chunks of a batch; the same for the same batch, so that writing it again adds nothing.
     */
    static List<Chunk> of(List<Occurrence> batch, ObjectWriter json) {
        var inOrder = new ArrayList<>(batch);
        inOrder.sort(Comparator.comparingLong(Occurrence::id));
        var chunks = new ArrayList<Chunk>();
        addChunks(chunks, inOrder, json, false);
        addChunks(chunks, inOrder, json, true);
        return chunks;
    }

    private static void addChunks(
            List<Chunk> chunks, List<Occurrence> inOrder, ObjectWriter json, boolean demo) {
        Chunk chunk = null;
        for (var event : inOrder) {
            var connection = event.connection();
            if (demo == (connection != null && connection.origin().demo())) {
                if (chunk == null || !chunk.hasRoomFor(event)) {
                    chunk = new Chunk(json, demo, event.id());
                    chunks.add(chunk);
                }
                chunk.add(event);
            }
        }
    }

    private boolean hasRoomFor(Occurrence event) {
        return bytes() < ENOUGH_BYTES && event.id() - firstId < MOST_NUMBERS;
    }

    private void add(Occurrence occurrence) {
        var event = StoredEvent.of(occurrence);
        lastId = event.id();
        events.add(event);
        types.add(event.type());
        if (event.severity().compareTo(worst) > 0) {
            worst = event.severity();
        }
        if (event.user() != null) {
            users.add(event.user());
        }
        var connection = occurrence.connection();
        if (connection != null) {
            neighbours.add(neighbours(connection.number()));
            if (occurrence.fact() instanceof ConnectionFact.Closed) {
                addClosed(connection);
            }
        }
    }

    private void addClosed(Connection connection) {
        lastClosed = Math.max(lastClosed, connection.number());
        closed.add(Words.connection(connection));
    }

    boolean demo() {
        return demo;
    }

    long firstId() {
        return firstId;
    }

    long lastId() {
        return lastId;
    }

    Severity worst() {
        return worst;
    }

    /** A severity as a number that grows with it. */
    static int rank(Severity severity) {
        return switch (severity) {
            case DEBUG -> 0;
            case INFO -> 1;
            case WARNING -> 2;
            case ERROR -> 3;
        };
    }

    /** Each between line ends. */
    String types() {
        return lines(types);
    }

    /** Each between line ends. */
    String users() {
        return lines(users);
    }

    private static String lines(Set<String> words) {
        return "\n" + String.join("\n", words) + "\n";
    }

    /** Of all connections that its events are about. */
    Set<Long> neighbours() {
        return neighbours;
    }

    /** What connections with numbers close to this one share. */
    static long neighbours(long connection) {
        return connection / NEIGHBOURS;
    }

    /** The greatest number of a connection among these neighbours. */
    static long lastNeighbour(long neighbours) {
        return (neighbours + 1) * NEIGHBOURS - 1;
    }

    byte[] events() {
        return events.toBytes();
    }

    byte[] closed() {
        return closed.toBytes();
    }

    /** The greatest number of a connection that closed; 0 for none. */
    long lastClosed() {
        return lastClosed;
    }

    /** What it takes in the database, about. */
    long bytes() {
        return (long) events.size() + closed.size();
    }
}
