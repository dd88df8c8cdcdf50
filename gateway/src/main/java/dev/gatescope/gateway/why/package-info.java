/** Why something happened: from any event to its roots, and errors of one root as one problem. */
@NullMarked
package dev.gatescope.gateway.why;

import org.jspecify.annotations.NullMarked;
