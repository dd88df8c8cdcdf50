/**
 * Scenarios as data: which clients come in which conditions, and what a right gateway owes them.
 */
@NullMarked
package dev.gatescope.gateway.scenario;

import org.jspecify.annotations.NullMarked;
