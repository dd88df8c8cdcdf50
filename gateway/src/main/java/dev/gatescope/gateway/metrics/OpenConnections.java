package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Connections;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Open connections counted by state, and the handlers they have. */
record OpenConnections(long active, long handlers, Map<String, Long> byState) {
    static OpenConnections of(Connections connections, boolean withDemo) {
        var states = ConnectionState.values();
        var counts = new EnumMap<ConnectionState, Long>(ConnectionState.class);
        var active = 0L;
        var handlers = 0L;
        for (var connection : connections.open()) {
            if (withDemo || !connection.origin().demo()) {
                active++;
                handlers += connection.handlers();
                counts.merge(stateOf(connection), 1L, Long::sum);
            }
        }
        var byState = new LinkedHashMap<String, Long>();
        for (var state : states) {
            if (state != ConnectionState.CLOSED) {
                byState.put(state.word(), counts.getOrDefault(state, 0L));
            }
        }
        return new OpenConnections(active, handlers, byState);
    }

    /** One whose end is just being counted still closes. */
    private static ConnectionState stateOf(Connection connection) {
        var state = connection.state();
        return state == ConnectionState.CLOSED ? ConnectionState.CLOSING : state;
    }
}
