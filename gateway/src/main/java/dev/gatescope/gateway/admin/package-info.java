/** The admin API behind its port: figures, connections, events, the live stream. */
@NullMarked
package dev.gatescope.gateway.admin;

import org.jspecify.annotations.NullMarked;
