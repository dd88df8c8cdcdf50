/** What flows are called: a flow decides how a gateway treats its connections. */
@NullMarked
package dev.gatescope.shared.flow;

import org.jspecify.annotations.NullMarked;
