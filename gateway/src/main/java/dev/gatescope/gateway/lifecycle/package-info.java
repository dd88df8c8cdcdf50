/** What happened: facts with their causes, the connections they are about, and their readers. */
@NullMarked
package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.NullMarked;
