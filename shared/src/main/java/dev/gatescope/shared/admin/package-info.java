/** The bodies of the admin API: what a console, a script or another program reads and sends. */
@NullMarked
package dev.gatescope.shared.admin;

import org.jspecify.annotations.NullMarked;
