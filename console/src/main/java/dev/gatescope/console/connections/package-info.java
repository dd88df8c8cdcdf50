/** The connections of a gateway, open and closed, with everything that is known about each. */
@NullMarked
package dev.gatescope.console.connections;

import org.jspecify.annotations.NullMarked;
