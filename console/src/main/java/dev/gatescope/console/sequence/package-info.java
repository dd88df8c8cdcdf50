/** One connection, or two side by side, as a sequence diagram. */
@NullMarked
package dev.gatescope.console.sequence;

import org.jspecify.annotations.NullMarked;
