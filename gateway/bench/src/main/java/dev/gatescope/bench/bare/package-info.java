/** The rival: what the gateway stands on, with nothing of the gateway in it. */
@NullMarked
package dev.gatescope.bench.bare;

import org.jspecify.annotations.NullMarked;
