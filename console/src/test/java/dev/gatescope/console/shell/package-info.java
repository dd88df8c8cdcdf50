@NullMarked
package dev.gatescope.console.shell;

import org.jspecify.annotations.NullMarked;
