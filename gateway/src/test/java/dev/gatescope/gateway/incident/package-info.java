/**
 * The errors of the incident, each by its mechanism: certain on the flow that shipped first, gone
 * where its fix is in.
 */
@NullMarked
package dev.gatescope.gateway.incident;

import org.jspecify.annotations.NullMarked;
