package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Newcomer;
import dev.gatescope.gateway.routing.Registration;

/** Takes the handler of a connection that is over out of the router. */
@FunctionalInterface
public interface CleanUp {
    /** Called once for each registration, on its connection's own thread. */
    void of(Newcomer connection, Registration registration);
}
