/** Facts to meters, figures and roll-ups. */
@NullMarked
package dev.gatescope.gateway.metrics;

import org.jspecify.annotations.NullMarked;
