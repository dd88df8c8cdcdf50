/** Messages to handlers: a handler belongs to one connection and is found by no other. */
@NullMarked
package dev.gatescope.gateway.routing;

import org.jspecify.annotations.NullMarked;
