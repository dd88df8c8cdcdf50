/** What is kept over restarts: events, closed connections, and the figures of each minute. */
@NullMarked
package dev.gatescope.gateway.journal;

import org.jspecify.annotations.NullMarked;
