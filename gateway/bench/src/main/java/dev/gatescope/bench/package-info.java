/** What the gateway costs, beside what it stands on: the runner of all measurements. */
@NullMarked
package dev.gatescope.bench;

import org.jspecify.annotations.NullMarked;
