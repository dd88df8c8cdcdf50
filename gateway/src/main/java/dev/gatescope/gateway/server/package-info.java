/** Jetty, and nothing else: ports, upgrades, sockets. */
@NullMarked
package dev.gatescope.gateway.server;

import org.jspecify.annotations.NullMarked;
