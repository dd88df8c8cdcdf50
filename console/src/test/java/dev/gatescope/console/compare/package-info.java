@NullMarked
package dev.gatescope.console.compare;

import org.jspecify.annotations.NullMarked;
