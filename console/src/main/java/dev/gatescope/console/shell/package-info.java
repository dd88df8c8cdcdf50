/** The window around the views, and what every view is made of: look, badges, cards, hints. */
@NullMarked
package dev.gatescope.console.shell;

import org.jspecify.annotations.NullMarked;
