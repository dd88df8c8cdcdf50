package dev.gatescope.console.sequence;

import dev.gatescope.console.shell.Status;
import dev.gatescope.shared.sequence.Row.Absence;
import dev.gatescope.shared.sequence.Row.Ghost;
import dev.gatescope.shared.sequence.SequenceDiagram;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                    Stream.of(
                                    list("Out of order", ghosts, Absence.LATE),
                                    list("Missing", ghosts, Absence.MISSING))
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(" · ")));
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

    private static String list(String what, List<Ghost> ghosts, Absence absence) {
        var steps =
                ghosts.stream()
                        .filter(ghost -> ghost.absence() == absence)
                        .map(Ghost::text)
                        .collect(Collectors.joining(", "));
        return steps.isEmpty() ? "" : what + ": " + steps;
    }
}
