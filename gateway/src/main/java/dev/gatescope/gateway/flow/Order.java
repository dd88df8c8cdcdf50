package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.ConnectionPath;
import dev.gatescope.gateway.lifecycle.PeerGone;

/** How the legacy flow lets a connection in, and what follows from that order. */
sealed interface Order {
    /** The states that a connection goes through. */
    ConnectionPath path();

    /** The socket that the flow works on. */
    Peer socketOf(Peer peer);

    /** Lets the client in. */
    void enter(ConnectionLife life, Parts parts) throws Refusal, PeerGone, InterruptedException;

    /** Tells the client that it is ready. */
    void welcome(ConnectionLife life) throws PeerGone, InterruptedException;

    /** Turns the client away. */
    void refuse(ConnectionLife life, Refusal refusal) throws InterruptedException;

    /** The report's first fix: whoever is refused can be told, whoever is gone is noticed. */
    record AcceptFirst() implements Order {
        @Override
        public ConnectionPath path() {
            return ConnectionPath.ACCEPT_FIRST;
        }

        @Override
        public Peer socketOf(Peer peer) {
            return peer;
        }

        @Override
        public void enter(ConnectionLife life, Parts parts)
                throws Refusal, PeerGone, InterruptedException {
            life.accept();
            life.authenticate(parts.authenticator());
        }

        @Override
        public void welcome(ConnectionLife life) throws PeerGone, InterruptedException {
            life.welcome();
        }

        @Override
        public void refuse(ConnectionLife life, Refusal refusal) throws InterruptedException {
            life.refuse(refusal);
        }
    }

    /** As it was shipped: nothing can be sent to a client until it is known. */
    record AuthenticateFirst(RefusalStyle refusal, UserSockets sockets) implements Order {
        private static final int FORBIDDEN = 403;

        @Override
        public ConnectionPath path() {
            return ConnectionPath.AUTHENTICATE_FIRST;
        }

        @Override
        public Peer socketOf(Peer peer) {
            return new TwoFlagPeer(peer, sockets);
        }

        @Override
        public void enter(ConnectionLife life, Parts parts)
                throws Refusal, PeerGone, InterruptedException {
            life.authenticate(parts.authenticator());
            life.accept();
        }

        /** A welcome that cannot be sent is nobody's concern: the client's flag says connected. */
        @Override
        public void welcome(ConnectionLife life) throws PeerGone, InterruptedException {
            try {
                life.welcome();
            } catch (NotConnected unnoticed) {
                // The loop asks for messages all the same.
            }
        }

        @Override
        public void refuse(ConnectionLife life, Refusal refused) throws InterruptedException {
            switch (refusal) {
                case SEND_BEFORE_ACCEPT -> life.refuse(refused);
                case CLOSE_BEFORE_ACCEPT -> life.refuseUpgrade(refused, FORBIDDEN);
            }
        }
    }
}
