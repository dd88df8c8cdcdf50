/**
 * The sequence diagram of a connection: from its events to rows of arrows, beside the flow as it
 * should be, and from there to Mermaid, to SVG, or to strokes for whoever draws them. Values and
 * pure functions only.
 */
@NullMarked
package dev.gatescope.shared.sequence;

import org.jspecify.annotations.NullMarked;
