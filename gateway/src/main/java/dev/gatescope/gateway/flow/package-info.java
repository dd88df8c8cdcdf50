/** The order in which a gateway treats a connection, from the request to the last clean-up. */
@NullMarked
package dev.gatescope.gateway.flow;

import org.jspecify.annotations.NullMarked;
