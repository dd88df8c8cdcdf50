package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.sessions.Sessions;

import java.util.Map;

/**
 * What one connection has in the router: its user, its outlet, and who answers which type. One per
 * connection, for all its types.
 *
 * @param fallback whether it stands in for handlers that could not be made
 */
record ConnectionHandler(
        Connection connection,
        String user,
        Outlet outlet,
        Sessions sessions,
        Map<String, MessageHandler> types,
        boolean fallback) {}
