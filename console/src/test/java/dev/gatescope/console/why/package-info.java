@NullMarked
package dev.gatescope.console.why;

import org.jspecify.annotations.NullMarked;
