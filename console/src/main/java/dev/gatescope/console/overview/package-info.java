/** How the gateway is doing at this moment and in the last minutes, on one screen. */
@NullMarked
package dev.gatescope.console.overview;

import org.jspecify.annotations.NullMarked;
