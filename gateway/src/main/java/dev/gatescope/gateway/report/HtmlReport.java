package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.Comparison;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.Figures;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.FlowResult.GroupResult;
import dev.gatescope.gateway.experiment.FlowResult.Held;
import dev.gatescope.gateway.experiment.Verdict;
import dev.gatescope.gateway.report.Html.Cell;
import dev.gatescope.gateway.report.Html.Tone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an experiment found, as one page that needs nothing else: no script, no other file. */
public final class HtmlReport {
    private static final int MANY = 4;
    private static final int SMALLEST_SHARE = 2; // per cent, so that a bar can be seen

    private final ExperimentResult result;
    private final List<FlowResult> flows;

    private HtmlReport(ExperimentResult result) {
        this.result = result;
        this.flows = result.flows();
    }

    /** The page. */
    public static String of(ExperimentResult result, Context context) {
        return new HtmlReport(result).page(context);
    }

    private String page(Context context) {
        var scenario = result.plan().scenario();
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Gatescope experiment: %s</title>
        <style>
        %s</style>
        </head>
        <body%s>
        <main>
        """
                        .formatted(
                                Html.escaped(scenario.name()),
                                style(),
                                flows.size() > MANY ? " class=\"dense\"" : "")
                + head()
                + tiles()
                + charts()
                + table()
                + errors()
                + claims()
                + naiveTests()
                + sequences()
                + groups()
                + statistics()
                + checks()
                + madeBy(context)
                + "</main>\n</body>\n</html>\n";
    }

    private static String style() {
        try (var stream = HtmlReport.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("missing from the product: report.css");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() {
        var scenario = result.plan().scenario();
        var reasons =
                result.verdict().reasons().stream()
                        .map(reason -> "<li>" + Html.escaped(reason) + "</li>\n")
                        .collect(Collectors.joining());
        return """
        <header>
        <p class="kicker">Gatescope experiment · %s</p>
        <h1>%s %s</h1>
        <p class="lead">%s</p>
        <p class="facts">%s</p>
        <ul class="reasons">
        %s</ul>
        </header>
        """
                .formatted(
                        Html.escaped(scenario.name()),
                        badge(),
                        Html.escaped(headline()),
                        Html.escaped(scenario.description()),
                        Html.escaped(facts()),
                        reasons);
    }

    private String badge() {
        var word = result.verdict().word();
        var tone =
                switch (word) {
                    case PASS -> Tone.GOOD;
                    case FAIL -> Tone.BAD;
                    case INCONCLUSIVE -> Tone.OPEN;
                };
        return Html.badge(tone, word.name().toLowerCase(Locale.ROOT));
    }

    private String headline() {
        var last = flows.getLast().label();
        return switch (result.verdict().word()) {
            case PASS -> last + " does what it owes its clients";
            case FAIL -> last + " does not reach its targets";
            case INCONCLUSIVE -> "too few clients to say what " + last + " is worth";
        };
    }

    private String facts() {
        return "%,d clients for each of %d flows, seed %d, %s, %.1f s"
                .formatted(
                        result.plan().clients(),
                        flows.size(),
                        result.plan().seed(),
                        result.startedAt().toString().substring(0, 16).replace('T', ' ') + " UTC",
                        result.took().toMillis() / 1_000.0);
    }

    private String tiles() {
        var first = flows.getFirst();
        var last = flows.getLast();
        return "<div class=\"tiles\">\n"
                + tile(
                        "connection success",
                        Figures.percent(first.connection()),
                        Figures.percent(last.connection()))
                + tile(
                        "routing success",
                        Figures.percent(first.routing()),
                        Figures.percent(last.routing()))
                + tile(
                        "scripts that got what is owed",
                        first.owedKept() + " of " + first.clients(),
                        last.owedKept() + " of " + last.clients())
                + tile(
                        "handlers left",
                        String.valueOf(first.handlersLeft()),
                        String.valueOf(last.handlersLeft()))
                + tile(
                        "sessions leaked",
                        String.valueOf(first.sessionsLeaked()),
                        String.valueOf(last.sessionsLeaked()))
                + "</div>\n";
    }

    private String tile(String name, String before, String after) {
        return """
        <div class="tile"><p class="name">%s</p><p class="after">%s</p>\
        <p class="before">%s: %s</p></div>
        """
                .formatted(
                        Html.escaped(name),
                        Html.escaped(after),
                        Html.escaped(flows.getFirst().label()),
                        Html.escaped(before));
    }

    private String charts() {
        var ladder = result.plan().isLadder();
        return Html.section(
                ladder ? "What each fix bought" : "Success and what is left behind",
                ladder
                        ? "Each fix alone, then one after another. Dots with 95 % intervals; the"
                                + " upright mark is the target."
                        : "Dots with 95 % intervals; the upright mark is the target.",
                "<div class=\"pair\">\n"
                        + figure(
                                "Connection success, target 99 %",
                                RateChart.of(
                                        "Connection success of each flow",
                                        flows,
                                        FlowResult::connection,
                                        Verdict.CONNECTION_TARGET))
                        + figure(
                                "Routing success, target 99.5 %",
                                RateChart.of(
                                        "Routing success of each flow",
                                        flows,
                                        FlowResult::routing,
                                        Verdict.ROUTING_TARGET))
                        + figure(
                                "Handlers held",
                                GrowthChart.of(
                                        "Handlers held over connections that came and went",
                                        flows,
                                        Held::connects,
                                        "connections that are over",
                                        Held::handlers))
                        + figure(
                                "Sessions leaked",
                                GrowthChart.of(
                                        "Sessions leaked over messages handled",
                                        flows,
                                        Held::requests,
                                        "messages handled",
                                        Held::sessionsLeaked))
                        + "</div>\n");
    }

    private static String figure(String caption, String svg) {
        return "<figure><figcaption>%s</figcaption>%s</figure>\n"
                .formatted(Html.escaped(caption), svg);
    }

    private String table() {
        var rows =
                flows.stream()
                        .map(flow ->
                                List.of(
                                        Cell.flow(flow.label()),
                                        Cell.figure(flow.ready()),
                                        Cell.figure(flow.rejected()),
                                        Cell.figure(flow.vanished()),
                                        Cell.figure(flow.failed()),
                                        Cell.figure(flow.routed()),
                                        Cell.figure(flow.refused()),
                                        Cell.figure(flow.abandoned()),
                                        Cell.figure(flow.routingFailed()),
                                        Cell.figure(Figures.millis(flow.latency().upgrade())),
                                        Cell.figure(Figures.millis(flow.latency().welcome())),
                                        Cell.figure(Figures.millis(flow.latency().answer()))))
                        .toList();
        return Html.section(
                "Every count",
                "Connections by outcome, messages by outcome, and medians as clients measured"
                        + " them.",
                Html.table(
                        List.of(
                                "flow",
                                "ready",
                                "rejected",
                                "vanished",
                                "failed",
                                "routed",
                                "refused",
                                "abandoned",
                                "failed",
                                "to upgrade",
                                "to welcome",
                                "to answer"),
                        rows));
    }

    private String errors() {
        var kinds = new TreeSet<String>();
        flows.forEach(flow -> kinds.addAll(flow.errors().keySet()));
        if (kinds.isEmpty()) {
            return Html.section("Errors by kind", "", "<p>No flow had any.</p>\n");
        }
        var most =
                flows.stream()
                        .flatMap(flow -> flow.errors().values().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(1);
        var headings = new ArrayList<>(List.of("kind"));
        flows.forEach(flow -> headings.add(flow.label()));
        var rows = new ArrayList<List<Cell>>();
        for (var kind : kinds) {
            var row =
                    new ArrayList<>(
                            List.of(Cell.markup("<code>" + Html.escaped(kind) + "</code>")));
            for (var i = 0; i < flows.size(); i++) {
                var times = flows.get(i).errors().getOrDefault(kind, 0);
                row.add(bar(times, most, Hue.of(i, flows.size())));
            }
            rows.add(row);
        }
        return Html.section(
                "Errors by kind",
                "As the gateways reported them; one failure can show up as more than one kind.",
                Html.table(headings, rows));
    }

    private static Cell bar(int times, int most, Hue hue) {
        var width = times == 0 ? 0 : Math.max(SMALLEST_SHARE, 100 * times / most);
        return Cell.markup(
                "<span class=\"bar\"><span class=\"count\">%d</span><i class=\"%s\" style=\"width:%d%%\"></i></span>"
                        .formatted(times, hue.styleClass(), width));
    }

    private String claims() {
        return Html.section(
                "The incident report's claims, measured",
                "What the report says its fixes did, and what these flows did with these clients.",
                Claims.table(result));
    }

    private String naiveTests() {
        var first = flows.getFirst();
        if (first.groups().stream().noneMatch(group -> group.naive() != null)) {
            return "";
        }
        var headings = new ArrayList<>(List.of("check"));
        flows.forEach(flow -> headings.add(flow.label()));
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < first.groups().size(); i++) {
            var naive = first.groups().get(i).naive();
            if (naive != null) {
                rows.add(naiveRow(naive + " (as the report wrote it)", i, true));
                rows.add(
                        naiveRow(
                                "The same clients, truthfully: " + first.groups().get(i).owed(),
                                i,
                                false));
            }
        }
        return Html.section(
                "The report's own tests",
                "A check that passes on the broken flow has shown nothing.",
                Html.table(headings, rows));
    }

    private List<Cell> naiveRow(String check, int group, boolean naive) {
        var row = new ArrayList<>(List.of(Cell.text(check)));
        for (var flow : flows) {
            var of = flow.groups().get(group);
            var passed = naive ? of.naivePassed() : of.owedKept();
            row.add(
                    Cell.markup(
                            Html.badge(
                                    passed == of.clients() ? Tone.GOOD : Tone.BAD,
                                    passed + " of " + of.clients() + " pass")));
        }
        return row;
    }

    private String sequences() {
        return Html.section(
                "One client, two flows",
                "The report's two diagrams, from the real connections of script "
                        + result.shownScript()
                        + "; ghosts are steps of the right order that are missing or late.",
                Sequences.of(result));
    }

    private String groups() {
        var headings = new ArrayList<>(List.of("clients who", "are owed", "number"));
        flows.forEach(flow -> headings.add(flow.label()));
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < flows.getFirst().groups().size(); i++) {
            var group = flows.getFirst().groups().get(i);
            var row =
                    new ArrayList<>(
                            List.of(
                                    Cell.text(group.group()),
                                    Cell.text(group.owed()),
                                    Cell.figure(group.clients())));
            for (var flow : flows) {
                row.add(kept(flow.groups().get(i)));
            }
            rows.add(row);
        }
        return Html.section(
                "Who got what was owed",
                "Exactly what a right gateway owes: an answer to everything, a refusal that says"
                        + " why, or to be forgotten without an error.",
                Html.table(headings, rows));
    }

    private static Cell kept(GroupResult group) {
        var tone = group.owedKept() == group.clients() ? Tone.GOOD : Tone.BAD;
        return Cell.markup(Html.badge(tone, group.owedKept() + " kept"));
    }

    private String statistics() {
        var rows =
                result.comparisons().stream()
                        .map(each ->
                                List.of(
                                        Cell.flow(each.first() + " → " + each.other()),
                                        Cell.text(each.figure().replace('_', ' ')),
                                        Cell.figure(each.pairs()),
                                        Cell.figure(each.onlyFirst()),
                                        Cell.figure(each.onlyOther()),
                                        Cell.figure(Figures.pValue(each.pValue())),
                                        Cell.text(inWords(each))))
                        .toList();
        return Html.section(
                "Statistics",
                "The unit is the script: each flow gets the same. Success: McNemar's exact test,"
                    + " with Holm's correction at 0.01 over all that decides. Latency: Wilcoxon's"
                    + " signed rank, described only.",
                Html.table(
                        List.of(
                                "flows",
                                "figure",
                                "pairs",
                                "first only",
                                "other only",
                                "p",
                                "difference"),
                        rows));
    }

    private static String inWords(Comparison each) {
        return (each.significant() ? each.direction() : "not significant")
                + (each.decides() ? "" : ", described");
    }

    private String checks() {
        var rows =
                result.checks().stream()
                        .map(check ->
                                List.of(
                                        Cell.flow(check.flow()),
                                        Cell.text(check.figure()),
                                        Cell.figure(check.clients()),
                                        Cell.figure(check.gateway()),
                                        Cell.markup(
                                                Html.badge(
                                                        check.agrees() ? Tone.GOOD : Tone.BAD,
                                                        check.agrees() ? "agree" : "differ"))))
                        .toList();
        return Html.section(
                "Clients against the gateway's figures",
                "Wherever a client can know. Not checked, since it cannot: what became of a"
                        + " connection that it left early, whether one that was welcomed without a"
                        + " handler counts as failed, and messages whose answer never came.",
                Html.table(List.of("flow", "figure", "clients saw", "gateway counted", ""), rows));
    }

    private String madeBy(Context context) {
        return Html.section(
                "Made by",
                "The same command gives the same outcome of every script; only times differ.",
                """
                <pre>%s</pre>
                <p class="facts">Gatescope %s · %s · %s</p>
                """
                        .formatted(
                                Html.escaped(context.command()),
                                Html.escaped(context.version()),
                                Html.escaped(context.java()),
                                Html.escaped(context.system())));
    }
}
