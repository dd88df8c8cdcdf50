package dev.gatescope.console.leaks;

import dev.gatescope.console.shell.Status;
import dev.gatescope.shared.admin.LeakInfo;

/** What became of a leak. */
enum LeakState {
    LEAKED(LeakInfo.LEAKED, "Leaked now", Status.BAD),
    RETURNED(LeakInfo.RETURNED, "Returned", Status.GOOD),
    RECLAIMED(LeakInfo.RECLAIMED, "Reclaimed", Status.INFO);

    private final String word;
    private final String title;
    private final Status status;

    LeakState(String word, String title, Status status) {
        this.word = word;
        this.title = title;
        this.status = status;
    }

    boolean is(LeakInfo leak) {
        return leak.state().equals(word);
    }

    /** The word on the wire. */
    String word() {
        return word;
    }

    /** The word for people. */
    String title() {
        return title;
    }

    /** How the state of a leak looks, also of one that a newer gateway knows. */
    static Status look(String word) {
        for (var state : values()) {
            if (state.word.equals(word)) {
                return state.status;
            }
        }
        return Status.NEUTRAL;
    }
}
