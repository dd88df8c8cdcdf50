@NullMarked
package dev.gatescope.gateway.experiment;

import org.jspecify.annotations.NullMarked;
