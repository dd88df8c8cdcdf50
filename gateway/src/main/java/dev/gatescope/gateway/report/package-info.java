/** Shows what an experiment found: on the terminal, as JSON, and as a page. */
@NullMarked
package dev.gatescope.gateway.report;

import org.jspecify.annotations.NullMarked;
