@NullMarked
package dev.gatescope.console.overview;

import org.jspecify.annotations.NullMarked;
