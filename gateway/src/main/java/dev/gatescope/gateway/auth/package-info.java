/** Who a client is: tokens, where they come from and what is wrong with them. */
@NullMarked
package dev.gatescope.gateway.auth;

import org.jspecify.annotations.NullMarked;
