@NullMarked
package dev.gatescope.console.feed;

import org.jspecify.annotations.NullMarked;
