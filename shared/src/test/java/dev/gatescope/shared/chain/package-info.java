@NullMarked
package dev.gatescope.shared.chain;

import org.jspecify.annotations.NullMarked;
