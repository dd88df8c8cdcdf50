package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.PeerGone;

import java.util.Optional;

/** The order in which a gateway treats a connection; its whole life, on one thread. */
public sealed interface ConnectionFlow {
    /** The flow of this name; none where this version knows no such flow. */
    static Optional<ConnectionFlow> named(String name) {
        ConnectionFlow fixed = new Fixed();
        return name.equals(fixed.name()) ? Optional.of(fixed) : Optional.empty();
    }

    /** The name that clients, options and figures use. */
    String name();

    /**
     * Lives through one connection. Returns when it is over and everything it held has been given
     * back, whatever happened.
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
            try (var life = ConnectionLife.begin(peer, parts, name())) {
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
}
