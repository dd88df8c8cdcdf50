package dev.gatescope.console;

import java.util.Locale;

/** Whether a window can be opened here. */
final class Display {
    static final String MISSING =
            "There is no display, so no window opens; the figures follow, one line a second.";

    private Display() {}

    /** Linux names its display in the environment; elsewhere there always is one. */
    static boolean isThere() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("windows")
                || system.contains("mac")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
