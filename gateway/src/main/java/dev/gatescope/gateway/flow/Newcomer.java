package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.routing.Outlet;

/**
 * A connection that is authenticated and has no handler yet.
 *
 * @param outlet where its answers will go
 * @param cause the event that registration rests on
 */
public record Newcomer(Connection connection, Peer peer, String user, Outlet outlet, long cause) {}
