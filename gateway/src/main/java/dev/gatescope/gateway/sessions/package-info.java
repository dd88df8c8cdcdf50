/** Database sessions that live as long as one request, and what is stored in them. */
@NullMarked
package dev.gatescope.gateway.sessions;

import org.jspecify.annotations.NullMarked;
