package dev.gatescope.gateway.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an experiment found.
 *
 * @param flows in the order of the plan
 * @param comparisons of each flow with the first
 * @param checks what clients saw against what gateways counted
 * @param shownScript the script whose connections are shown as sequence diagrams
 */
public record ExperimentResult(
        ExperimentPlan plan,
        Instant startedAt,
        Duration took,
        List<FlowResult> flows,
        List<Comparison> comparisons,
        List<Check> checks,
        int shownScript,
        Verdict verdict) {

    public ExperimentResult {
        flows = List.copyOf(flows);
        comparisons = List.copyOf(comparisons);
        checks = List.copyOf(checks);
    }

    /**
     * One figure that a client can know.
     *
     * @param clients what the clients saw
     * @param gateway what the gateway counted of the same
     */
    public record Check(String flow, String figure, long clients, long gateway) {
        /** Whether both say the same. */
        public boolean agrees() {
            return clients == gateway;
        }
    }
}
