@NullMarked
package dev.gatescope.shared.sequence;

import org.jspecify.annotations.NullMarked;
