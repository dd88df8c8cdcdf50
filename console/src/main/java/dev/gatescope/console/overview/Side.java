package dev.gatescope.console.overview;

import dev.gatescope.shared.admin.ProblemInfo;

/** Whose side a problem is on, in words. */
final class Side {
    private Side() {}

    static String of(ProblemInfo problem) {
        return switch (problem.side()) {
            case "client" -> "the client’s";
            case "network" -> "the network’s";
            case "gateway" -> "the gateway’s";
            case "operator" -> "an operator’s";
            case "fault" ->
                    problem.fault() == null
                            ? "a fault injected on purpose"
                            : "a fault injected on purpose, " + problem.fault();
            default -> problem.side();
        };
    }
}
