/**
 * Charts of figures over time: series that models fill, geometry as pure functions, and a node that
 * draws them.
 */
@NullMarked
package dev.gatescope.console.chart;

import org.jspecify.annotations.NullMarked;
