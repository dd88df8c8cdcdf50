package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Handlers that were taken out of a table without their connections' doing, and may be put back: as
 * long as the connection has not given its place up itself. Safe from any thread.
 */
final class Withdrawals {
    private final ConcurrentHashMap<Long, ConnectionHandler> withdrawn = new ConcurrentHashMap<>();
    private final HandlerTable table;

    Withdrawals(HandlerTable table) {
        this.table = table;
    }

    /** A registration that also gives up what has been withdrawn. */
    Registration watched(Connection connection, Registration registration) {
        return registration.givenUpBy(() -> {
            // At once with what may be withdrawn or put back meanwhile.
            withdrawn.compute(
                    connection.number(),
                    (_, _) -> {
                        registration.close();
                        return null;
                    });
        });
    }

    /**
     * Takes the handler of a connection out.
     *
     * @param because the event that tells why
     * @return puts it back, unless the connection has given it up meanwhile
     */
    Runnable withdraw(Connection connection, long because) {
        withdrawn.compute(
                connection.number(),
                (_, already) -> already == null ? table.take(connection, because) : already);
        return () ->
                withdrawn.computeIfPresent(
                        connection.number(),
                        (_, handler) -> {
                            table.put(handler);
                            connection.hasNoHandlerBecause(LifecycleHub.NONE);
                            return null;
                        });
    }
}
