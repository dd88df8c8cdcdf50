package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;

/** Puts a gateway into the conditions of a scenario. For one thread at a time. */
public final class Conditions {
    private static final String WHY = "taken down by the scenario";

    private final Startup startup;

    /** Conditions of the gateway that has this startup. */
    public Conditions(Startup startup) {
        this.startup = startup;
    }

    /** A condition that lasts until it is ended. */
    @FunctionalInterface
    public interface Lasting {
        /** Ends the condition, and returns when it is over; from any thread. */
        void end() throws InterruptedException;
    }

    /** Begins a condition; what is over at once needs no end. */
    public Lasting begin(Condition condition) throws InterruptedException {
        return switch (condition) {
            case Condition.Fine _ -> () -> {};
            case Condition.ComponentDown(var component) -> {
                startup.takeDown(component, WHY);
                yield () -> startup.bringUp(component);
            }
            case Condition.DatabaseRenewed _ -> {
                startup.takeDown(ComponentName.DATABASE, WHY);
                startup.bringUp(ComponentName.DATABASE);
                yield () -> {};
            }
        };
    }

    /** Prepares the start of a gateway that has not been started yet. */
    public Lasting prepare(ServerSettings.Start start) {
        return switch (start) {
            case ServerSettings.Start.InOrder _ -> () -> {};
            case ServerSettings.Start.Held(var component) -> startup.hold(component)::close;
            case ServerSettings.Start.Failed(var component) -> {
                startup.replace(
                        component,
                        () -> {
                            throw new IllegalStateException("failed by the scenario");
                        });
                yield () -> {};
            }
        };
    }
}
