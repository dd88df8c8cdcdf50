/** The agent that answers from a thread's stored history. */
@NullMarked
package dev.gatescope.gateway.agent;

import org.jspecify.annotations.NullMarked;
