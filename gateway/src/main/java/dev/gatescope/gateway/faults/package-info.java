/**
 * Breaks things on purpose, within bounds: each fault is a part put around the real one for a
 * while, and nothing of it remains.
 */
@NullMarked
package dev.gatescope.gateway.faults;

import org.jspecify.annotations.NullMarked;
