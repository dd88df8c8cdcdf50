/** The client protocol as a stranger sees it: over real sockets, with nothing but the contract. */
@NullMarked
package dev.gatescope.gateway.contract;

import org.jspecify.annotations.NullMarked;
