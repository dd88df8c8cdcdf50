/**
 * What is held although its owner is over: whose it was, where it was taken, how to get it back.
 */
@NullMarked
package dev.gatescope.console.leaks;

import org.jspecify.annotations.NullMarked;
