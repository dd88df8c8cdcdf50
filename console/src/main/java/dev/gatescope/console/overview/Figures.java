package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.admin.Snapshot.Windows;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Everything that the overview says about one snapshot: pure text and verdicts, for any thread. */
record Figures(
        Reading connection,
        Reading routing,
        Reading handlers,
        Reading leaks,
        Reading registrationFailures,
        Reading scopeErrors,
        Reading errorRate,
        Reading everErrorRate,
        Reading memory,
        Reading memoryHandlers,
        Reading ready,
        Reading process,
        Reading connectionRate,
        Reading messageRate,
        Verdict readiness,
        List<ComponentState> components) {
    private static final double CONNECTION_TARGET = 0.99;
    private static final double ROUTING_TARGET = 0.995;

    /**
     * What a snapshot says.
     *
     * @param hints what to do where there is nothing to measure
     * @param connectionRate connections per second, NaN while not known
     * @param messageRate messages per second, NaN while not known
     */
    static Figures of(Snapshot now, Hints hints, double connectionRate, double messageRate) {
        var latency = now.latencyMs();
        return new Figures(
                success(
                        now.success().connection(),
                        CONNECTION_TARGET,
                        "No attempt in the last 60 s.",
                        hints.toConnect()),
                success(
                        now.success().routing(),
                        ROUTING_TARGET,
                        "No message in the last 60 s.",
                        hints.toSend()),
                handlers(now),
                leaks(now),
                neverExpected(now.registrationFailures(), "since start"),
                neverExpected(
                        now.sessions().scopeErrors(),
                        "in " + brief(now.sessions().opened()) + " sessions since start"),
                errorRate(now.errorRate().last60s(), "in the last 60 s"),
                overall(errorRate(now.errorRate().sinceStart(), "since start")),
                memory(now),
                Reading.of(
                        Unit.COUNT,
                        now.handlers().registered(),
                        Verdict.NO_DATA,
                        count(now.handlers().leaked()) + " leaked",
                        "one for each ready connection"),
                latency(latency.readyP99(), latency.readyP50(), "from request to welcome"),
                latency(latency.processP99(), latency.processP50(), "from message to answer"),
                rate(connectionRate, brief(now.connections().attempts()) + " since start"),
                rate(messageRate, brief(messages(now.routing())) + " since start"),
                now.ready() ? Verdict.good("ready") : Verdict.bad("not ready"),
                now.components().stream().map(ComponentState::of).toList());
    }

    private static Reading success(Windows windows, double target, String nothing, String hint) {
        var recent = windows.last60s();
        var ever = windows.sinceStart();
        if (recent.ratio() == null) {
            return Reading.without(
                    "no attempts", nothing, ever.ratio() == null ? hint : sinceStart(ever));
        }
        boolean good = recent.ratio() >= target;
        return Reading.of(
                Unit.RATIO,
                recent.ratio(),
                good ? Verdict.good("on target") : Verdict.bad("below " + percent(target)),
                "of " + count(recent.n()) + " in the last 60 s",
                sinceStart(ever));
    }

    private static Reading handlers(Snapshot now) {
        long registered = now.handlers().registered();
        var states = now.connections().byState();
        long ready = states.getOrDefault("ready", 0L);
        // A handler comes a moment before its connection is ready and goes a moment after.
        long passing = states.getOrDefault("registering", 0L) + states.getOrDefault("closing", 0L);
        var verdict =
                registered < ready
                        ? Verdict.bad(count(ready - registered) + " missing")
                        : registered > ready + passing
                                ? Verdict.bad(count(registered - ready - passing) + " too many")
                                : Verdict.good("one each");
        return Reading.of(
                Unit.COUNT,
                registered,
                verdict,
                "for " + count(ready) + " ready of " + count(now.connections().active()) + " open",
                "leaked " + count(now.handlers().leaked()));
    }

    private static Reading leaks(Snapshot now) {
        var sessions = now.sessions();
        return Reading.of(
                Unit.COUNT,
                sessions.leaked(),
                sessions.leaked() == 0 ? Verdict.good("none") : Verdict.bad("leaking"),
                count(sessions.open()) + " open now",
                count(sessions.opened()) + " opened since start");
    }

    private static Reading neverExpected(long times, String detail) {
        var verdict = times == 0 ? Verdict.good("none") : Verdict.bad("happened");
        return Reading.of(Unit.COUNT, times, verdict, detail, "");
    }

    private static Reading errorRate(Ratio ratio, String window) {
        if (ratio.ratio() == null) {
            return Reading.without("–", "No attempts " + window + ".", "");
        }
        return Reading.of(
                Unit.PER_THOUSAND,
                ratio.ratio(),
                ratio.ratio() == 0 ? Verdict.good("none") : Verdict.bad("errors"),
                "Of " + count(ratio.n()) + " attempts " + window + ".",
                "");
    }

    /** What is over cannot be mended: it is told, not judged. */
    private static Reading overall(Reading judged) {
        return new Reading(
                judged.figure(),
                new Verdict(Verdict.Level.UNKNOWN, ""),
                judged.detail(),
                judged.more());
    }

    private static Reading memory(Snapshot now) {
        return Reading.of(
                Unit.BYTES,
                now.memory().usedBytes(),
                Verdict.NO_DATA,
                "of " + Unit.BYTES.text(now.memory().maxBytes()),
                "the gateway's heap");
    }

    private static Reading latency(@Nullable Double p99, @Nullable Double p50, String what) {
        return p99 == null || p50 == null
                ? Reading.without("–", "none in 60 s", what)
                : Reading.of(
                        Unit.MILLIS, p99, Verdict.NO_DATA, "p50 " + Unit.MILLIS.text(p50), what);
    }

    private static Reading rate(double perSecond, String detail) {
        return Double.isNaN(perSecond)
                ? Reading.without("–", detail, "")
                : Reading.of(Unit.PER_SECOND, perSecond, Verdict.NO_DATA, detail, "");
    }

    private static long messages(Snapshot.Routing routing) {
        return routing.routed() + routing.refused() + routing.abandoned() + routing.failed();
    }

    private static String sinceStart(Ratio ever) {
        return ever.ratio() == null
                ? "no attempts since start"
                : "since start " + percent(ever.ratio()) + " of " + count(ever.n());
    }

    private static String brief(long number) {
        return number < 1_000_000 ? count(number) : number / 1_000_000 + " M";
    }

    private static String percent(double ratio) {
        return Unit.RATIO.text(ratio);
    }

    private static String count(long number) {
        return Unit.COUNT.text(number);
    }
}
