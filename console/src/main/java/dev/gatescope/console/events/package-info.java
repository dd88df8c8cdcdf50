/** Everything that happens at the gateway, as it happens. */
@NullMarked
package dev.gatescope.console.events;

import org.jspecify.annotations.NullMarked;
