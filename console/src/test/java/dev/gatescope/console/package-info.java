@NullMarked
package dev.gatescope.console;

import org.jspecify.annotations.NullMarked;
