@NullMarked
package dev.gatescope.shared.flow;

import org.jspecify.annotations.NullMarked;
