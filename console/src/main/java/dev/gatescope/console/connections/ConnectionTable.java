package dev.gatescope.console.connections;

import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All connections that are known, the open ones and those closed last. Bounded: beyond its size the
 * connections closed longest ago go. For the models' thread alone.
 */
final class ConnectionTable {
    private final int size;
    private final Map<String, ConnectionRow> rows = new LinkedHashMap<>();
    private final Deque<String> closedOldestFirst = new ArrayDeque<>();
    private Map<String, ConnectionRow> before = Map.of();
    private int ready;

    /**
     * @param size rows kept; more only while so many are open
     */
    ConnectionTable(int size) {
        this.size = size;
    }

    /**
     * Takes in the newest state of a connection.
     *
     * @return the row, if it is a new one
     */
    @Nullable ConnectionRow put(ConnectionInfo newest) {
        var row = rows.get(newest.id());
        if (row == null) {
            row = before.get(newest.id());
            if (row == null) {
                row = new ConnectionRow(newest);
            } else {
                row.update(newest);
            }
            rows.put(newest.id(), row);
            count(newest, 1);
            if (Facts.isClosed(newest)) {
                closedOldestFirst.add(newest.id());
            }
            trim();
            return row;
        }
        var known = row.now();
        count(known, -1);
        count(newest, 1);
        if (Facts.isClosed(newest) && !Facts.isClosed(known)) {
            closedOldestFirst.add(newest.id());
        }
        row.update(newest);
        return null;
    }

    /** Forgets all; a connection that comes again gets the row that it had. */
    void restart() {
        before = new LinkedHashMap<>(rows);
        rows.clear();
        closedOldestFirst.clear();
        ready = 0;
    }

    Collection<ConnectionRow> rows() {
        return rows.values();
    }

    @Nullable ConnectionRow row(String id) {
        return rows.get(id);
    }

    int open() {
        return rows.size() - closed();
    }

    int ready() {
        return ready;
    }

    int closed() {
        return closedOldestFirst.size();
    }

    private void count(ConnectionInfo connection, int by) {
        if (connection.state().equals("ready")) {
            ready += by;
        }
    }

    private void trim() {
        while (rows.size() > size && !closedOldestFirst.isEmpty()) {
            rows.remove(closedOldestFirst.removeFirst());
        }
    }
}
