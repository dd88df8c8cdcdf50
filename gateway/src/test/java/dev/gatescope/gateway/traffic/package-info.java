@NullMarked
package dev.gatescope.gateway.traffic;

import org.jspecify.annotations.NullMarked;
