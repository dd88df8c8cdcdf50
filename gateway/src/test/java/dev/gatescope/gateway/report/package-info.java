@NullMarked
package dev.gatescope.gateway.report;

import org.jspecify.annotations.NullMarked;
