/** The gateway as the console sees it, and the one crossing from its threads to the screen's. */
@NullMarked
package dev.gatescope.console.feed;

import org.jspecify.annotations.NullMarked;
