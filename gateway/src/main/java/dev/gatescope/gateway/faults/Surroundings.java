package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.startup.StartupGate;

import java.util.function.Supplier;

/**
 * What kinds of faults act on beside the parts that they stand around.
 *
 * @param router the router of the flow that runs now
 */
public record Surroundings(
        LifecycleHub hub,
        StartupGate gate,
        ComponentOutages outages,
        Supplier<MessageRouter> router,
        SessionFactory sessions,
        Database database) {}
