/**
 * The load generator: a WebSocket client on raw sockets that costs little enough to drive a server
 * on another core to its limit, and that checks every answer.
 */
@NullMarked
package dev.gatescope.bench.load;

import org.jspecify.annotations.NullMarked;
