@NullMarked
package dev.gatescope.console.chart;

import org.jspecify.annotations.NullMarked;
