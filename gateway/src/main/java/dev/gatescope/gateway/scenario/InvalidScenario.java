package dev.gatescope.gateway.scenario;

import java.util.List;

/**
 * A scenario cannot be used; the message has one line for each defect, naming file, field and
 * reason.
 */
public final class InvalidScenario extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidScenario(List<String> defects) {
        super(String.join(System.lineSeparator(), defects), null, false, false);
    }
}
