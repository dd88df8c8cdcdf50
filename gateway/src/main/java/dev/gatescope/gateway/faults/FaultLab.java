package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.shared.admin.Snapshot;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The faults of a gateway, with the thread that ends them in time. */
public final class FaultLab implements AutoCloseable {
    private final AlarmThread alarms = new AlarmThread();
    private final FaultPlan plan;

    /**
     * @param permitted whether faults may be injected at all
     * @param latestConnection the number of the latest connection
     * @param figures what conditions look at
     * @param surroundings asked for when the first fault begins
     */
    public FaultLab(
            boolean permitted,
            LifecycleHub hub,
            LongSupplier latestConnection,
            Supplier<Snapshot> figures,
            Supplier<Surroundings> surroundings,
            InstantSource clock) {
        plan =
                new FaultPlan(
                        new FaultPlan.Setting(
                                permitted,
                                hub,
                                Sequence.ofFaults(clock),
                                latestConnection,
                                figures,
                                clock,
                                System::nanoTime,
                                alarms),
                        Catalogue.usual(),
                        surroundings);
    }

    /** The faults themselves. */
    public FaultPlan plan() {
        return plan;
    }

    /** Ends all for good; nothing of them remains. */
    @Override
    public void close() {
        plan.close();
        alarms.close();
    }
}
