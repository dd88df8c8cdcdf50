/** Flows against each other on the same clients: to choose, to watch, and what was found. */
@NullMarked
package dev.gatescope.console.compare;

import org.jspecify.annotations.NullMarked;
