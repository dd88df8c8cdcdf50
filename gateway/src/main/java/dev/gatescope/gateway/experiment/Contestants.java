package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.experiment.ExperimentPlan.Subject;
import dev.gatescope.gateway.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The gateways of all flows, side by side for the whole run. */
final class Contestants implements AutoCloseable {
    private final List<Contestant> all = new ArrayList<>();

    private Contestants() {}

    /**
     * Starts a gateway for each flow.
     *
     * @throws GatewayStartException where one cannot be started; none is left then
     */
    static Contestants start(
            Scenario scenario, List<Subject> flows, int clients, Consumer<Reading> listener)
            throws GatewayStartException, InterruptedException {
        var contestants = new Contestants();
        try {
            for (var subject : flows) {
                var tally = new Tally(subject, clients, listener);
                contestants.all.add(Contestant.start(scenario, subject, tally));
            }
            return contestants;
        } catch (GatewayStartException | InterruptedException | RuntimeException e) {
            contestants.close();
            throw e;
        }
    }

    /** All of them, in the order of the plan. */
    List<Contestant> inOrder() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(Contestant::close);
    }
}
