/** Why one thing happened: the chain from it to its roots, with the evidence. */
@NullMarked
package dev.gatescope.console.why;

import org.jspecify.annotations.NullMarked;
