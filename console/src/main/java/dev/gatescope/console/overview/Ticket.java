package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.chain.Chain;
import dev.gatescope.shared.chain.ChainMarkdown;
import dev.gatescope.shared.chain.ChainText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A problem as one hands it to somebody who was not there. Pure text, for any thread.
 *
 * @param server whose problem it is; null while the gateway has not said who it is
 * @param figures those of this moment; null before the first came
 * @param time when it was written
 * @param chain why its example happened; null where that is not known
 */
record Ticket(
        ProblemInfo problem,
        @Nullable ServerInfo server,
        @Nullable Snapshot figures,
        Instant time,
        @Nullable Chain chain) {
    private static final String INDENT = "  ";
    private static final String WHY = "Why its newest error happened";
    private static final String UNKNOWN = "The gateway did not say.";

    /** How a ticket is written. */
    enum Form {
        TEXT("plain text"),
        MARKDOWN("Markdown");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private record Line(String name, String value) {}

    /** For mails and chats, with a line break at its end. */
    String text() {
        var text = new StringBuilder(Chain.plain(problem.sentence())).append("\n\n");
        for (var line : lines()) {
            text.append("%-16s%s\n".formatted(line.name() + ":", line.value()));
        }
        text.append("\n").append(WHY).append(":\n");
        (chain == null ? UNKNOWN : ChainText.of(chain))
                .lines()
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
        return text.toString();
    }

    /** For issues and wikis, with a line break at its end. */
    String markdown() {
        var text =
                new StringBuilder("### ")
                        .append(ChainMarkdown.sentence(problem.sentence()))
                        .append("\n\n| | |\n|---|---|\n");
        for (var line : lines()) {
            text.append(
                    "| %s | %s |\n".formatted(line.name(), ChainMarkdown.escaped(line.value())));
        }
        text.append("\n#### ").append(WHY).append("\n\n");
        return text.append(chain == null ? UNKNOWN + "\n" : ChainMarkdown.of(chain)).toString();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        if (server != null) {
            lines.add(
                    new Line(
                            "Gateway",
                            "%s, %s, flow %s, version %s"
                                    .formatted(
                                            server.name(),
                                            server.env(),
                                            figures == null ? server.flow() : figures.flow(),
                                            server.version())));
        }
        lines.add(new Line("Written", second(time)));
        lines.add(new Line("First error", second(problem.first())));
        lines.add(new Line("Last error", second(problem.last())));
        lines.add(
                new Line(
                        "Met",
                        String.format(
                                Locale.ROOT,
                                "%,d errors, %,d users, %,d connections",
                                problem.count(),
                                problem.users(),
                                problem.connections())));
        lines.add(
                new Line(
                        "Trend",
                        String.format(
                                Locale.ROOT,
                                "%s, %,d in the last minute",
                                problem.trend(),
                                problem.perMinute())));
        lines.add(new Line("What happened", problem.what()));
        lines.add(new Line("Whose side", ProblemRow.sideOf(problem)));
        lines.add(new Line("What to do", problem.todo()));
        lines.add(new Line("Symptom", problem.symptom()));
        if (figures != null) {
            lines.addAll(figures(figures));
        }
        return lines;
    }

    private static List<Line> figures(Snapshot now) {
        return List.of(
                new Line("Connections", success(now.success().connection().last60s())),
                new Line("Routing", success(now.success().routing().last60s())),
                new Line(
                        "Handlers",
                        String.format(
                                Locale.ROOT,
                                "%,d registered, %,d leaked",
                                now.handlers().registered(),
                                now.handlers().leaked())),
                new Line(
                        "Sessions",
                        String.format(
                                Locale.ROOT,
                                "%,d open, %,d leaked",
                                now.sessions().open(),
                                now.sessions().leaked())),
                new Line("Active faults", String.valueOf(now.faultsActive())));
    }

    private static String success(Ratio ratio) {
        return ratio.ratio() == null
                ? "no attempts in the last 60 s"
                : String.format(
                        Locale.ROOT,
                        "%s of %,d went well in the last 60 s",
                        Unit.RATIO.text(ratio.ratio()),
                        ratio.n());
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
