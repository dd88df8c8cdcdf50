package dev.gatescope.console.sequence;

import dev.gatescope.console.shell.Status;
import dev.gatescope.shared.sequence.Row.Absence;
import dev.gatescope.shared.sequence.Row.Ghost;
import dev.gatescope.shared.sequence.SequenceDiagram;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a diagram comes to, in a few words. */
record Verdict(Status status, String words) {
    static final Verdict NONE = new Verdict(Status.NEUTRAL, "");

    static Verdict of(SequenceDiagram diagram) {
        var ghosts =
                diagram.rows().stream()
                        .map(row -> row instanceof Ghost ghost ? ghost : null)
                        .filter(Objects::nonNull)
                        .toList();
        if (!diagram.inOrder()) {
            return new Verdict(
                    Status.BAD,
                    ghosts.stream()
                            .map(Verdict::complaint)
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        if (isAny(ghosts, Absence.NOT_REACHED)) {
            return new Verdict(Status.NEUTRAL, "Ended before “" + ghosts.getFirst().text() + "”");
        }
        return isAny(ghosts, Absence.AWAITED)
                ? new Verdict(Status.INFO, "In order so far")
                : new Verdict(Status.GOOD, "All steps in order");
    }

    private static boolean isAny(List<Ghost> ghosts, Absence absence) {
        return ghosts.stream().anyMatch(ghost -> ghost.absence() == absence);
    }

    private static String complaint(Ghost ghost) {
        return switch (ghost.absence()) {
            case MISSING -> "“" + ghost.text() + "” is missing";
            case LATE -> "“" + ghost.text() + "” is out of order";
            case NOT_REACHED, AWAITED -> "";
        };
    }
}
