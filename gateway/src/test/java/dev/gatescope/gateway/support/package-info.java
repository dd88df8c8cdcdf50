/**
 * What tests of a running gateway share: clients, raw sockets, and the check that nothing is left.
 */
@NullMarked
package dev.gatescope.gateway.support;

import org.jspecify.annotations.NullMarked;
