/** Why something happened, as a tree to be read, drawn and copied; see {@link Chain}. */
@NullMarked
package dev.gatescope.shared.chain;

import org.jspecify.annotations.NullMarked;
