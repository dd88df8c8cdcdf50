package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.ConnectionPath;
import dev.gatescope.gateway.lifecycle.PeerGone;

/**
 * The order in which a gateway treats a connection; its whole life, on one thread. The two flows
 * are made of the same steps. What else is wrong with the one that shipped first lies in the parts
 * that it is given: a startup wait that does not wait, a registrar that goes on without handlers, a
 * handler list that only grows, sessions by the wrong pattern.
 */
public sealed interface ConnectionFlow {
    /** The flow of this name. */
    static ConnectionFlow of(FlowName name, RefusalStyle refusal) {
        if (!name.legacy()) {
            return new Fixed();
        }
        return name.has(Fix.ACCEPT_ORDER)
                ? new Legacy(name.text(), new Order.AcceptFirst())
                : new Legacy(name.text(), new Order.AuthenticateFirst(refusal, new UserSockets()));
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
    record Fixed() implements ConnectionFlow {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public void run(Peer peer, Parts parts) throws InterruptedException {
            try (var life =
                    ConnectionLife.begin(peer, parts, name(), ConnectionPath.ACCEPT_FIRST)) {
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
     * The order that shipped first: authenticate, then accept, on a socket that believes its
     * client's flag; the welcome is sent without a look at whether it arrives.
     *
     * @param order the order that was shipped, or the right one
     */
    record Legacy(String name, Order order) implements ConnectionFlow {
        @Override
        public void run(Peer peer, Parts parts) throws InterruptedException {
            var socket = order.socketOf(peer);
            try (var life = ConnectionLife.begin(socket, parts, name, order.path())) {
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
                order.enter(life, parts);
                life.awaitStartup(parts.startup());
                try (var _ = life.register(parts.registrar())) {
                    order.welcome(life);
                    life.routeUntilOver(parts.router());
                }
            } catch (Refusal refusal) {
                order.refuse(life, refusal);
            }
        }
    }
}
