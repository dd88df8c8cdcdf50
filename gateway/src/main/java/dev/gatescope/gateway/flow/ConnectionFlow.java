package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.ConnectionPath;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

/**
 * The order in which a gateway treats a connection; its whole life, on one thread.
 *
 * <p>The right flow and the one that shipped first take the same steps. What was wrong lay in their
 * order and in the parts:
 *
 * <table>
 * <caption>Each fix of the report, and what it replaces</caption>
 * <tr><th>fix</th><th>right</th><th>as shipped</th></tr>
 * <tr><td>accept-order</td><td>{@link Fixed}: accept, then authenticate</td>
 *     <td>{@link Legacy}: authenticate, then accept, on a socket of two flags</td></tr>
 * <tr><td>dependencies</td><td>{@link BoundedWait}, {@link CarefulRegistrar}</td>
 *     <td>{@link NoWait}, {@link CarelessRegistrar}</td></tr>
 * <tr><td>handlers</td><td>a registry keyed by connection</td>
 *     <td>a list that grows, or one handler for all</td></tr>
 * <tr><td>sessions</td><td>a block around each request</td>
 *     <td>whatever pattern the caller happened to use</td></tr>
 * </table>
 */
public sealed interface ConnectionFlow {
    /** The flow of this name; what else its fixes decide lies in its {@link Parts}. */
    static ConnectionFlow of(FlowName name, RefusalStyle refusal) {
        return name.has(Fix.ACCEPT_ORDER)
                ? new Fixed(name.text())
                : new Legacy(name.text(), refusal, new UserSockets());
    }

    /** The name that clients, options and figures use. */
    String name();

    /**
     * Lives through one connection. Returns when it is over and everything it held has been given
     * back, as far as its parts give back.
     */
    void run(Peer peer, Parts parts) throws InterruptedException;

    /**
     * The right order: accept at once, authenticate, wait until the gateway is ready, register,
     * welcome, route. Lifetimes are blocks, so that nothing is forgotten on any way out.
     */
    record Fixed(String name) implements ConnectionFlow {
        @Override
        public void run(Peer peer, Parts parts) throws InterruptedException {
            try (var life = ConnectionLife.begin(peer, parts, name, ConnectionPath.ACCEPT_FIRST)) {
                try {
                    life.accept();
                    life.authenticate(parts.authenticator());
                    life.awaitStartup(parts.startup());
                    try (var _ = life.register(parts.registrar())) {
                        life.welcome();
                        life.routeUntilOver(parts.router());
                    }
                } catch (Refusal refusal) {
                    life.refuse(refusal);
                } catch (PeerGone gone) {
                    life.over(gone.ending());
                } catch (RuntimeException unexpected) {
                    life.fail(unexpected);
                }
            }
        }
    }

    /**
     * The order that shipped first: nothing can be said to a client until it is known, and whether
     * it is still there is asked of a flag that is out of date.
     *
     * @param refusal how a client is turned away before it is accepted
     * @param sockets those of each user, which end together
     */
    record Legacy(String name, RefusalStyle refusal, UserSockets sockets)
            implements ConnectionFlow {
        private static final int FORBIDDEN = 403;

        @Override
        public void run(Peer peer, Parts parts) throws InterruptedException {
            var socket = new TwoFlagPeer(peer, sockets, parts.properties().acceptOrder());
            var path = ConnectionPath.AUTHENTICATE_FIRST;
            try (var life = ConnectionLife.begin(socket, parts, name, path)) {
                try {
                    live(life, parts);
                } catch (PeerGone gone) {
                    life.over(gone.ending());
                } catch (NotConnected unnoticed) {
                    life.notConnected(unnoticed);
                } catch (RuntimeException unexpected) {
                    life.fail(unexpected);
                }
            }
        }

        private void live(ConnectionLife life, Parts parts) throws PeerGone, InterruptedException {
            try {
                life.authenticate(parts.authenticator());
                life.accept();
                life.awaitStartup(parts.startup()); // unless fixed, a look at what is there
                try (var _ = life.register(parts.registrar())) { // it may stay behind
                    welcome(life);
                    life.routeUntilOver(parts.router());
                }
            } catch (Refusal refused) {
                refuse(life, refused);
            }
        }

        /** A welcome that cannot be sent is nobody's concern: the client's flag says connected. */
        private static void welcome(ConnectionLife life) throws PeerGone, InterruptedException {
            try {
                life.welcome();
            } catch (NotConnected unnoticed) {
                // The loop asks for messages all the same.
            }
        }

        private void refuse(ConnectionLife life, Refusal refused) throws InterruptedException {
            if (refusal == RefusalStyle.CLOSE_BEFORE_ACCEPT && !life.isAccepted()) {
                life.refuseUpgrade(refused, FORBIDDEN);
            } else {
                life.refuse(refused);
            }
        }
    }
}
