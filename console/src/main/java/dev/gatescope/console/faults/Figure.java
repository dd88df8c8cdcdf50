package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultKindInfo;

import java.util.List;
import java.util.stream.Collectors;

/** The figures that a kind of fault moves, as people call them. Pure text, for any thread. */
final class Figure {
    private Figure() {}

    /** Those of the overview; the metrics where a kind moves none of these. */
    static String moved(FaultKindInfo kind) {
        var figures = kind.moves().stream().filter(name -> !isMetric(name)).toList();
        return joined(figures.isEmpty() ? kind.moves() : figures);
    }

    private static boolean isMetric(String name) {
        return name.startsWith("ws_") || name.startsWith("db_");
    }

    private static String joined(List<String> names) {
        return names.stream().map(Figure::words).collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return switch (name) {
            case "success.connection" -> "connection success";
            case "success.routing" -> "routing success";
            case "connections.failed" -> "failed connections";
            case "connections.rejected" -> "rejected connections";
            case "connections.vanished" -> "vanished connections";
            case "connections.active" -> "open connections";
            case "routing.failed" -> "failed messages";
            case "routing.refused" -> "refused messages";
            case "routing.abandoned" -> "abandoned messages";
            case "handlers.leaked" -> "handlers leaked";
            case "handlers.registered" -> "handlers registered";
            case "sessions.leaked" -> "sessions leaked";
            case "sessions.open" -> "sessions open";
            case "sessions.opened" -> "sessions opened";
            case "sessions.scope_errors" -> "session scope errors";
            case "latency_ms.ready_p99" -> "time until ready";
            case "latency_ms.process_p99" -> "time until answered";
            case "ready" -> "readiness";
            default -> isMetric(name) ? name : name.replace('_', ' ').replace('.', ' ');
        };
    }
}
