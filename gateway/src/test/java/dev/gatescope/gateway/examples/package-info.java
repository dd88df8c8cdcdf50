/** The programs that the README offers to copy: each is run. */
@NullMarked
package dev.gatescope.gateway.examples;

import org.jspecify.annotations.NullMarked;
