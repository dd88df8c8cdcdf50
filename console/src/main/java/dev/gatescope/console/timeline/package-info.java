/** What happened to one connection, from its first event to its last. */
@NullMarked
package dev.gatescope.console.timeline;

import org.jspecify.annotations.NullMarked;
