package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.startup.StartupGate;

import java.util.List;
import java.util.function.Supplier;

/**
 * What kinds of faults act on beside the parts that they stand around.
 *
 * @param router the router of the flow that runs now
 * @param tokenClock what tokens are judged by
 * @param lines what the frames of the open connections travel on
 */
public record Surroundings(
        LifecycleHub hub,
        StartupGate gate,
        ComponentOutages outages,
        Supplier<MessageRouter> router,
        SessionFactory sessions,
        Database database,
        ShiftableClock tokenClock,
        Supplier<List<Line>> lines) {}
