@NullMarked
package dev.gatescope.console.events;

import org.jspecify.annotations.NullMarked;
