package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.ConnectionInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds what changed among the connections since one subscriber was last told. Costs the gateway's
 * threads nothing; for the subscriber's own thread.
 */
final class ChangedConnections {
    private static final int MOST_AT_FIRST = 5_000;
    private static final int MOST_LATER = 2_000;

    private final Connections connections;
    private final boolean demo;
    private final Map<Long, Long> told = new HashMap<>();
    private long closedToldUpTo;
    private boolean first = true;

    ChangedConnections(Connections connections, boolean demo) {
        this.connections = connections;
        this.demo = demo;
    }

    /** The connections that changed, those that closed among them. */
    List<ConnectionInfo> take() {
        var most = first ? MOST_AT_FIRST : MOST_LATER;
        var changed = new ArrayList<ConnectionInfo>();
        takeClosed(changed, most);
        for (var connection : connections.open()) {
            if (changed.size() >= most) {
                break;
            }
            var signature = signature(connection);
            if (wanted(connection) && !signature.equals(told.put(connection.number(), signature))) {
                changed.add(Words.connection(connection));
            }
        }
        first = false;
        return changed;
    }

    private void takeClosed(List<ConnectionInfo> changed, int most) {
        var newestMillis = closedToldUpTo;
        for (Iterator<Connection> newestFirst = connections.closed().iterator();
                newestFirst.hasNext() && changed.size() < most; ) {
            var connection = newestFirst.next();
            var closedAt = connection.closedAtMillis();
            if (closedAt < closedToldUpTo) {
                break;
            }
            newestMillis = Math.max(newestMillis, closedAt);
            var wasOpen = told.remove(connection.number()) != null;
            if (wanted(connection) && (wasOpen || closedAt > closedToldUpTo)) {
                changed.add(Words.connection(connection));
            }
        }
        closedToldUpTo = newestMillis;
    }

    private boolean wanted(Connection connection) {
        return demo || !connection.origin().demo();
    }

    /** Changes whenever anything does that a reader would see. */
    private static Long signature(Connection connection) {
        var state = connection.state().hashCode() + 31L * connection.handlers();
        var traffic = connection.messagesIn() * 31 + connection.messagesOut();
        return state + 31 * (traffic + 31 * (connection.rttNanos() + connection.errorCount()));
    }
}
