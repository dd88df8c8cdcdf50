package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.shared.protocol.CloseCode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets of each user, as the legacy flow keeps them: when one of a user's connections ends,
 * all of them are closed. Safe from any thread.
 */
final class UserSockets {
    private final ConcurrentHashMap<String, Set<TwoFlagPeer>> sockets = new ConcurrentHashMap<>();

    void connected(String user, TwoFlagPeer socket) {
        sockets.compute(
                user,
                (_, present) -> {
                    var all =
                            present == null ? ConcurrentHashMap.<TwoFlagPeer>newKeySet() : present;
                    all.add(socket);
                    return all;
                });
    }

    /**
     * Closes all sockets of a user.
     *
     * @param because the event that says that this flow does so
     */
    void disconnect(String user, long because) {
        var all = sockets.remove(user);
        if (all != null) {
            var ending = Ending.byGateway(CloseCode.NORMAL, "").because(because);
            all.forEach(socket -> socket.close(ending));
        }
    }
}
