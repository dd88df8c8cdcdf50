/** The gateway as a whole: its configuration, its wiring and its start from a command line. */
@NullMarked
package dev.gatescope.gateway;

import org.jspecify.annotations.NullMarked;
