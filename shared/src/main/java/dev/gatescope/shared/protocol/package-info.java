/** The frames that clients and the gateway exchange on {@code /ws}, and the words they use. */
@NullMarked
package dev.gatescope.shared.protocol;

import org.jspecify.annotations.NullMarked;
