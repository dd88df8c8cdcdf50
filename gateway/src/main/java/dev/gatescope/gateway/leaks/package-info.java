/**
 * The ledger of what is held although its owner is over: who took it, where, and what became of it.
 */
@NullMarked
package dev.gatescope.gateway.leaks;

import org.jspecify.annotations.NullMarked;
