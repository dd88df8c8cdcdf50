@NullMarked
package dev.gatescope.gateway.scenario;

import org.jspecify.annotations.NullMarked;
