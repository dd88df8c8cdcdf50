@NullMarked
package dev.gatescope.console.leaks;

import org.jspecify.annotations.NullMarked;
