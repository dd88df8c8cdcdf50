@NullMarked
package dev.gatescope.console.sequence;

import org.jspecify.annotations.NullMarked;
