package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Applicant;
import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.auth.Credential;
import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.auth.TokenAuthenticator;
import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.ConnectionPath;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.lifecycle.Phase;
import dev.gatescope.gateway.routing.ClientGone;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Outlet;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.routing.Undeliverable;
import dev.gatescope.gateway.startup.Readiness;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;
import dev.gatescope.shared.protocol.FrameCodec;
import dev.gatescope.shared.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One connection while it lives: each step that a flow takes, said as a fact, in whichever order
 * the flow takes them. Closing it decides what became of the connection and gives it up. For the
 * flow's own thread, except sending.
 */
final class ConnectionLife implements AutoCloseable, Outlet {
    private static final Logger log = LoggerFactory.getLogger(ConnectionLife.class);

    private static final int SERVER_ERROR = 500;

    private final Peer peer;
    private final Parts parts;
    private final LifecycleHub hub;
    private final Connection connection;
    private final String flow;
    private long stepBegan;
    private long startupEvent = LifecycleHub.NONE;
    private long waitedNanos;
    private Phase phaseReached = Phase.ACCEPT;
    private @Nullable Ending ending;
    private @Nullable String whyFailed;
    private boolean accepted;
    private boolean toldNothing;
    private long rejected = LifecycleHub.NONE;

    private ConnectionLife(Peer peer, Parts parts, String flow, Connection connection) {
        this.peer = peer;
        this.parts = parts;
        this.flow = flow;
        this.hub = parts.hub();
        this.connection = connection;
        this.stepBegan = connection.openedAtNanos();
    }

    /** A client asked for a WebSocket: its connection begins. */
    static ConnectionLife begin(Peer peer, Parts parts, String flow, ConnectionPath path) {
        var origin = peer.origin();
        var connection = parts.connections().open(origin, path);
        connection.measuresPendingBytesBy(peer::pendingBytes);
        peer.belongsTo(connection);
        var opened =
                new ConnectionFact.Opened(origin.remoteAddress(), origin.client(), origin.demo());
        parts.hub().report(connection, opened);
        return new ConnectionLife(peer, parts, flow, connection);
    }

    /** Completes the upgrade with the subprotocol that the handshake allows. */
    void accept() throws PeerGone, InterruptedException {
        enter(ConnectionState.CONNECTING, Checkpoint.BEFORE_ACCEPT);
        var subprotocol = Credential.selectedSubprotocol(peer.handshake());
        peer.onEarlyFrames(new Early());
        peer.accept(subprotocol);
        connection.agreedOn(subprotocol);
        accepted = true;
        hub.report(connection, new ConnectionFact.Accepted(subprotocol, stepTook()));
    }

    /** Whether the upgrade is complete, so that the client can be told something. */
    boolean isAccepted() {
        return accepted;
    }

    /** Finds out who the client is. */
    void authenticate(Authenticator authenticator) throws Refusal, PeerGone, InterruptedException {
        enter(ConnectionState.AUTHENTICATING, Checkpoint.BEFORE_AUTHENTICATE);
        var identity = authenticator.authenticate(new Applying());
        connection.authenticatedAs(identity.user(), identity.source());
        hub.report(
                connection,
                new ConnectionFact.Authenticated(identity.user(), identity.source(), stepTook()));
    }

    /** Waits until the gateway is ready, or known to be broken. */
    void awaitStartup(StartupWait startup) throws Refusal, PeerGone, InterruptedException {
        moveTo(ConnectionState.WAITING);
        var readiness =
                startup.await(
                        connection,
                        peer,
                        (missing, event) ->
                                startupEvent =
                                        hub.report(
                                                connection,
                                                event,
                                                List.of(connection.lastStep()),
                                                new ConnectionFact.Waiting(missing)));
        if (startupEvent != LifecycleHub.NONE || readiness instanceof Readiness.Broken) {
            startupEvent = readiness.event();
        }
        waitedNanos = stepTook();
    }

    /** Puts the connection's handlers into the router. */
    Registration register(Registrar registrar) throws Refusal, PeerGone, InterruptedException {
        enter(ConnectionState.REGISTERING, Checkpoint.BEFORE_REGISTER);
        var user = user();
        var cause = startupEvent == LifecycleHub.NONE ? connection.lastStep() : startupEvent;
        var registration = registrar.register(new Newcomer(connection, peer, user, this, cause));
        if (registration.isSkipped()) {
            connection.hasNoHandlerBecause(registration.because());
            connection.failsBecause(registration.because());
            whyFailed = "no handler could be registered";
            connection.decide(Outcome.FAILED);
            return registration;
        }
        hub.report(
                connection,
                Causes.of(cause, connection.noHandlerEvent(), connection.lastStep()),
                new ConnectionFact.Registered(
                        registration.types(), registration.fallback(), waitedNanos, stepTook()));
        return registration;
    }

    /**
     * Tells the client that it is ready: from here on the connection has succeeded, unless it has
     * failed already and only the client does not know.
     */
    void welcome() throws PeerGone, InterruptedException {
        parts.gates().pass(Checkpoint.BEFORE_WELCOME, connection, peer);
        var settings = parts.settings();
        peer.loseNothingFromNowOn();
        transmit(
                new ServerMessage.Welcome(
                        connection.id(),
                        user(),
                        flow,
                        settings.heartbeat().toMillis(),
                        FrameCodec.MAX_FRAME_BYTES),
                connection.lastStep());
        if (!connection.decide(Outcome.READY)) {
            return;
        }
        moveTo(ConnectionState.READY);
        connection.readyAt(parts.clock().millis());
        var after = System.nanoTime() - connection.openedAtNanos();
        hub.report(connection, new ConnectionFact.Ready(after));
    }

    /** Routes every message until the connection is over. */
    void routeUntilOver(MessageRouter router) throws InterruptedException {
        over(
                peer.forEach(
                        peer.arriving((frame, bytes, because) -> {
                            connection.countIn(bytes, frame, parts.clock().millis());
                            passToHandle();
                            router.route(connection, this, frame, bytes, because);
                        })));
    }

    private void passToHandle() {
        try {
            parts.gates().pass(Checkpoint.BEFORE_HANDLE, connection, peer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the client why it is not taken, and ends the connection. */
    void refuse(Refusal refusal) throws InterruptedException {
        reject(refusal);
        whyFailed = refusal.sentence();
        try {
            transmit(
                    new ServerMessage.Failure(refusal.code(), refusal.sentence(), null, null),
                    connection.lastStep());
            var ending = Ending.byGateway(refusal.closeCode(), refusal.code().name());
            peer.close(ending.because(rejected));
            if (refusal.code().blame() == ErrorCode.Blame.CLIENT) {
                connection.decide(Outcome.REJECTED);
            } else {
                connection.failsBecause(rejected);
                connection.decide(Outcome.FAILED);
            }
            over(peer.awaitEnd());
        } catch (PeerGone gone) {
            over(gone.ending());
        }
    }

    /** Turns the client away before it is accepted, by an HTTP status that says nothing. */
    void refuseUpgrade(Refusal refusal, int status) throws InterruptedException {
        reject(refusal);
        connection.failsBecause(rejected);
        whyFailed = "it was refused before it was accepted, so that it could not be told why";
        connection.decide(Outcome.FAILED);
        toldNothing = true;
        peer.refuseUpgrade(status);
        over(peer.awaitEnd());
    }

    private void reject(Refusal refusal) {
        rejected =
                hub.report(
                        connection,
                        Causes.of(refusal.because(), connection.lastStep()),
                        new ConnectionFact.Rejected(refusal.code(), refusal.sentence()));
        connection.failedWith(refusal.sentence());
    }

    /** The socket was used in a state that the flow did not know of. */
    void notConnected(NotConnected failure) throws InterruptedException {
        var explained = new ArrayList<>(Explained.eventsOf(failure));
        explained.addFirst(rejected); // it was the refusal that could not be sent
        var event =
                hub.report(
                        connection,
                        Causes.of(explained, connection.lastStep()),
                        new ConnectionFact.NotConnected(
                                failure.complaint(),
                                failure.client().word(),
                                failure.application().word()));
        connection.failsBecause(event);
        connection.failedWith(failure.complaint());
        whyFailed = failure.complaint();
        connection.decide(Outcome.FAILED);
        if (failure.application() == TwoFlagPeer.Flag.CONNECTING) {
            peer.refuseUpgrade(SERVER_ERROR);
        } else {
            peer.close(Ending.byGateway(CloseCode.SERVER_ERROR, "internal error"));
        }
        over(peer.awaitEnd());
    }

    /** The connection is over. */
    void over(Ending how) throws InterruptedException {
        ending = how;
        moveTo(ConnectionState.CLOSING);
        parts.gates().pass(Checkpoint.BEFORE_CLEANUP, connection, peer);
    }

    /** Something of the gateway's own broke. */
    void fail(RuntimeException unexpected) throws InterruptedException {
        log.error("Connection {} failed", connection.id(), unexpected);
        whyFailed = "an unexpected error of the gateway";
        connection.failsBecause(Explained.eventOf(unexpected));
        connection.failedWith(whyFailed);
        peer.close(Ending.byGateway(CloseCode.SERVER_ERROR, "internal error"));
        over(peer.awaitEnd());
    }

    @Override
    public void send(ServerMessage message, long cause) {
        try {
            transmit(message, cause);
        } catch (PeerGone gone) {
            throw new ClientGone(gone.ending().because());
        } catch (NotConnected unnoticed) {
            throw new Undeliverable(unnoticed);
        }
    }

    private void transmit(ServerMessage message, long cause) throws PeerGone {
        var frame = parts.codec().encode(message);
        var bytes = peer.send(frame);
        connection.countOut(bytes, frame, parts.clock().millis());
        hub.report(connection, cause, new MessageFact.Sent(kindOf(message), bytes));
    }

    private static String kindOf(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Welcome _ -> "connection_established";
            case ServerMessage.Reply reply -> reply.type();
            case ServerMessage.Failure _ -> "error";
        };
    }

    /** Everything that the connection held has been given back; says what became of it. */
    @Override
    public void close() {
        if (ending == null) {
            ending = Ending.byGateway(CloseCode.SERVER_ERROR, "internal error");
            peer.close(ending);
        }
        var phase = connection.outcome() == Outcome.READY ? Phase.READY : phaseReached;
        connection.endedBy(ending);
        connection.decide(outcomeOf(ending));
        parts.router().connectionOver(connection);
        connection.moveTo(ConnectionState.CLOSED);
        var how = ending;
        parts.connections().close(connection, () -> report(how, phase));
    }

    private void report(Ending how, Phase phase) {
        var outcome = connection.outcome();
        hub.report(
                connection,
                whyClosed(how),
                new ConnectionFact.Closed(
                        outcome == null ? Outcome.FAILED : outcome,
                        phase,
                        how,
                        whyFailed,
                        System.nanoTime() - connection.openedAtNanos(),
                        connection.messagesIn(),
                        connection.messagesOut()));
    }

    /** Of a failure: what decided it; of every other end: what made it end. */
    private Causes whyClosed(Ending how) {
        var untold = toldNothing ? parts.properties().acceptOrder() : LifecycleHub.NONE;
        return connection.outcome() == Outcome.FAILED
                ? Causes.of(connection.failureEvent(), how.because(), untold, connection.lastStep())
                : Causes.of(how.because(), connection.lastStep());
    }

    /** What becomes of a connection that ended before it was ready and was not refused. */
    private static Outcome outcomeOf(Ending how) {
        if (how.forClientsFault()) {
            return Outcome.REJECTED;
        }
        return how.byClient() ? Outcome.VANISHED : Outcome.FAILED;
    }

    /** The next step begins, unless the connection is held before it. */
    private void enter(ConnectionState step, Checkpoint before) throws InterruptedException {
        parts.gates().pass(before, connection, peer);
        moveTo(step);
    }

    private void moveTo(ConnectionState next) {
        var from = connection.state();
        if (next != ConnectionState.CLOSING) {
            phaseReached = next.phase();
        }
        if (next == from) {
            return;
        }
        if (!connection.moveTo(next)) {
            hub.report(connection, new ConnectionFact.WrongState("become " + next.word(), from));
        }
    }

    private String user() {
        var user = connection.user();
        if (user == null) {
            throw new IllegalStateException("not authenticated yet");
        }
        return user;
    }

    private long stepTook() {
        var now = System.nanoTime();
        var took = now - stepBegan;
        stepBegan = now;
        return took;
    }

    /** The client as it is seen by those who ask who it is. */
    private final class Applying implements Applicant {
        @Override
        public Handshake handshake() {
            return peer.handshake();
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public String firstFrame(Duration atMost) throws Refusal, PeerGone, InterruptedException {
            var frame = peer.receive(atMost);
            if (frame == null) {
                throw TokenAuthenticator.tooLate();
            }
            var bytes = frame.getBytes(StandardCharsets.UTF_8).length;
            connection.countIn(bytes, "(a frame with a token)", parts.clock().millis());
            return frame;
        }

        @Override
        public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
                throws PeerGone, InterruptedException {
            return peer.await(event, atMost);
        }
    }

    /** Tells of frames that come before the connection is ready. */
    private final class Early implements Peer.EarlyFrames {
        @Override
        public void queued(int bytes, int waiting) {
            hub.report(connection, new MessageFact.Queued(bytes, waiting));
        }

        @Override
        public void overflowed(String frame, int bytes) {
            connection.countIn(bytes, frame, parts.clock().millis());
            parts.router().refuseEarly(connection, ConnectionLife.this, frame, bytes, startupEvent);
        }
    }
}
