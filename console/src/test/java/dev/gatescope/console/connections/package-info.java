@NullMarked
package dev.gatescope.console.connections;

import org.jspecify.annotations.NullMarked;
