package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.experiment.Account.Fate;
import dev.gatescope.gateway.experiment.ExperimentResult.Check;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Holds what clients saw against what their gateway counted, wherever a client can know. The
 * gateway's figure of those who can know is its whole figure less that of those who cannot, so that
 * the figures themselves are checked, not only the facts behind them.
 *
 * <p>Not checked, since no client can know: whether a connection that was left early counts as
 * ready, vanished or failed; whether one that was welcomed without a handler failed; what became of
 * a message whose answer nobody waited for or that was never answered.
 */
final class CrossCheck {
    private final String flow;
    private final List<ScriptResult> results;
    private final Snapshot snapshot;
    private final List<Check> checks = new ArrayList<>();

    private CrossCheck(String flow, List<ScriptResult> results, Snapshot snapshot) {
        this.flow = flow;
        this.results = results;
        this.snapshot = snapshot;
    }

    /** Every figure of this flow that clients can know. */
    static List<Check> of(String flow, List<ScriptResult> results, Snapshot snapshot) {
        return new CrossCheck(flow, results, snapshot).checks();
    }

    private List<Check> checks() {
        var connections = snapshot.connections();
        var routing = snapshot.routing();
        check(
                "connections asked for",
                _ -> true,
                result -> result.saw().asked() ? 1 : 0,
                connections.attempts(),
                _ -> 0);
        check(
                "connections ready",
                CrossCheck::knowsWhetherReady,
                result -> result.saw().welcomed() ? 1 : 0,
                connections.ready(),
                result -> result.gateway().ready() ? 1 : 0);
        check(
                "connections refused and told why",
                result -> !result.saw().leftEarly(),
                result -> isClientsFault(result.saw().refusedWith()) ? 1 : 0,
                connections.rejected(),
                result -> result.gateway().outcome() == Outcome.REJECTED ? 1 : 0);
        check(
                "connections turned down by an HTTP status",
                result -> result.saw().turnedDown(),
                _ -> 1,
                connections.failed(),
                result -> result.gateway().outcome() == Outcome.FAILED ? 1 : 0);
        check(
                "messages answered",
                CrossCheck::knowsItsAnswers,
                result -> result.saw().count(Fate.ANSWERED),
                routing.routed(),
                result -> result.gateway().routed());
        check(
                "messages refused",
                CrossCheck::knowsItsAnswers,
                result -> errors(result, CrossCheck::isClientsFault),
                routing.refused(),
                result -> result.gateway().refused());
        check(
                "messages failed",
                CrossCheck::knowsItsAnswers,
                result -> errors(result, code -> !isClientsFault(code)),
                routing.failed(),
                result -> result.gateway().failed());
        return List.copyOf(checks);
    }

    /**
     * @param knows whether this client can know
     * @param saw what it saw
     * @param whole the gateway's figure for all clients
     * @param counted what of it the gateway counted for a client that cannot know
     */
    private void check(
            String figure,
            Predicate<ScriptResult> knows,
            ToLongFunction<ScriptResult> saw,
            long whole,
            ToIntFunction<ScriptResult> counted) {
        var clients = results.stream().filter(knows).mapToLong(saw).sum();
        var unknown = results.stream().filter(knows.negate()).mapToInt(counted).sum();
        checks.add(new Check(flow, figure, clients, whole - unknown));
    }

    private static boolean knowsWhetherReady(ScriptResult result) {
        return !result.saw().leftEarly() && !welcomedWithoutHandler(result);
    }

    /** It was told so with its first message, if it sent one. */
    private static boolean welcomedWithoutHandler(ScriptResult result) {
        var answers = result.saw().answers();
        return answers.isEmpty()
                ? result.saw().welcomed() && !result.gateway().ready()
                : answers.stream().allMatch(answer -> "NO_HANDLER".equals(answer.code()));
    }

    private static boolean knowsItsAnswers(ScriptResult result) {
        return result.saw().count(Fate.NOTHING) + result.saw().count(Fate.LEFT) == 0;
    }

    private static long errors(ScriptResult result, Predicate<String> which) {
        return result.saw().answers().stream()
                .filter(answer -> answer.fate() == Fate.ERROR)
                .map(answer -> String.valueOf(answer.code()))
                .filter(which)
                .count();
    }

    private static boolean isClientsFault(@Nullable String code) {
        return Stream.of(ErrorCode.values())
                .anyMatch(
                        each -> each.name().equals(code) && each.blame() == ErrorCode.Blame.CLIENT);
    }

    /** A sentence for each figure on which clients and gateway do not agree. */
    static List<String> mismatches(List<Check> checks) {
        return checks.stream()
                .filter(check -> !check.agrees())
                .map(check ->
                        "%s, %s: clients saw %d, the gateway counted %d."
                                .formatted(
                                        check.flow(),
                                        check.figure(),
                                        check.clients(),
                                        check.gateway()))
                .toList();
    }
}
