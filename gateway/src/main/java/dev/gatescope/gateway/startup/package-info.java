/** The components a gateway needs, the phases in which they start, and the gate before them. */
@NullMarked
package dev.gatescope.gateway.startup;

import org.jspecify.annotations.NullMarked;
