package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.ConnectionInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what changed among the connections since one subscriber was last told. Whoever was told of
 * an open connection is told of its end, however many close at once. Costs the gateway's threads
 * nothing; for the subscriber's own thread.
 */
final class ChangedConnections {
    static final int MOST_AT_FIRST = 5_000;
    static final int MOST_LATER = 2_000;

    private record Told(Connection connection, long signature) {}

    private final Connections connections;
    private final boolean demo;
    private final Map<Long, Told> told = new HashMap<>();
    private long closedUpTo;
    private boolean first = true;

    ChangedConnections(Connections connections, boolean demo) {
        this.connections = connections;
        this.demo = demo;
    }

    /**
     * The connections that changed, those that closed among them; what is too much for one time
     * comes the next.
     */
    List<ConnectionInfo> take() {
        var changed = new ArrayList<ConnectionInfo>();
        if (first) {
            first = false;
            var closedBefore = connections.closedCount();
            takeOpen(changed, MOST_AT_FIRST);
            closedUpTo = Math.max(0, closedBefore - (MOST_AT_FIRST - changed.size()));
            takeClosed(changed, MOST_AT_FIRST);
        } else {
            takeClosed(changed, MOST_LATER);
            takeOpen(changed, MOST_LATER);
        }
        return changed;
    }

    private void takeOpen(List<ConnectionInfo> changed, int most) {
        for (var connection : connections.open()) {
            if (changed.size() >= most) {
                return;
            }
            // One that is closed but still among the open is told with the closed.
            if (isWanted(connection) && connection.closedAtMillis() == 0) {
                var now = new Told(connection, signature(connection));
                var before = told.put(connection.number(), now);
                if (before == null || before.signature != now.signature) {
                    changed.add(Words.connection(connection));
                }
            }
        }
    }

    private void takeClosed(List<ConnectionInfo> changed, int most) {
        var later = connections.closedAfter(closedUpTo, most);
        closedUpTo = later.upTo();
        for (var connection : later.connections()) {
            told.remove(connection.number());
            if (isWanted(connection)) {
                changed.add(Words.connection(connection));
            }
        }
        if (later.incomplete()) {
            takeForgotten(changed);
        }
    }

    /** So many closed at once that the gateway has forgotten some: but not all whom it told of. */
    private void takeForgotten(List<ConnectionInfo> changed) {
        var all = told.values().iterator();
        while (all.hasNext()) {
            var connection = all.next().connection;
            if (connections.find(connection.number()) == null) {
                all.remove();
                changed.add(Words.connection(connection));
            }
        }
    }

    private boolean isWanted(Connection connection) {
        return demo || !connection.origin().demo();
    }

    /** Changes whenever anything does that a reader would see. */
    private static long signature(Connection connection) {
        long signature = connection.state().hashCode();
        signature = 31 * signature + connection.handlers();
        signature = 31 * signature + connection.errorCount();
        signature = 31 * signature + connection.messagesIn();
        signature = 31 * signature + connection.messagesOut();
        signature = 31 * signature + connection.pendingBytes();
        return 31 * signature + connection.rttNanos();
    }
}
