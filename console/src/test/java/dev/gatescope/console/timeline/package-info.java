@NullMarked
package dev.gatescope.console.timeline;

import org.jspecify.annotations.NullMarked;
