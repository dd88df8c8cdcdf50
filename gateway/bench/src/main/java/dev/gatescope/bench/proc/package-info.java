/** Processes on Linux: started on a core of their own, and what they spend and hold, by /proc. */
@NullMarked
package dev.gatescope.bench.proc;

import org.jspecify.annotations.NullMarked;
