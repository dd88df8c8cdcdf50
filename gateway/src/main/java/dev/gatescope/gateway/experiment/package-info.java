/**
 * Runs a scenario through several flows, script by script, and says with statistics what differs.
 */
@NullMarked
package dev.gatescope.gateway.experiment;

import org.jspecify.annotations.NullMarked;
