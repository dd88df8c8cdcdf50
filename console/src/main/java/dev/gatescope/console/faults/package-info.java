/** Breaks a gateway on purpose: what can be broken, what is, and what came of it. */
@NullMarked
package dev.gatescope.console.faults;

import org.jspecify.annotations.NullMarked;
