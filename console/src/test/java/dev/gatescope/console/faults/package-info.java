@NullMarked
package dev.gatescope.console.faults;

import org.jspecify.annotations.NullMarked;
