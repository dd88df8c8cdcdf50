package dev.gatescope.gateway.server;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.server.Impairment.Kind;
import dev.gatescope.shared.protocol.CloseCode;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A client's end on a Jetty WebSocket: what Jetty calls back on one side, what a flow asks on the
 * other. Frames that come too early wait between the two; later each goes straight from Jetty's
 * reading thread to the flow's step, with no hand-over.
 */
final class SocketPeer implements Peer, FramesBeneath.Listener {
    private static final Logger log = LoggerFactory.getLogger(SocketPeer.class);
    private static final long UPGRADE_PATIENCE_SECONDS = 10;
    private static final Ending TOO_SLOW =
            new Ending(CloseCode.POLICY.code(), Initiator.TIMEOUT, "client reads too slowly");
    private static final Ending IDLE =
            new Ending(CloseCode.GOING_AWAY.code(), Initiator.TIMEOUT, "idle");
    private static final Ending NOT_ANSWERED =
            new Ending(
                    CloseCode.GOING_AWAY.code(),
                    Initiator.TIMEOUT,
                    "two heartbeats were not answered");

    private final Origin origin;
    private final Upgrade upgrade;
    private final Deadlines deadlines;
    private final StepTurn turn = new StepTurn();
    private final Pings pings = new Pings();
    private final Outbox outbox = new Outbox(Outbox.SLOW_CLIENT_PATIENCE_MILLIS);
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private final CompletableFuture<Ending> over = new CompletableFuture<>();
    private final AtomicReference<@Nullable Ending> decided = new AtomicReference<>();

    private volatile @Nullable Handshake handshake;
    private volatile @Nullable EarlyFrameBuffer early;
    private volatile Peer.@Nullable EarlyFrames earlyListener;
    private volatile @Nullable Socket socket;
    private volatile @Nullable Step step;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread flowThread;

    /**
     * @param earlyBytesOfAll what all connections keep together of early frames
     */
    SocketPeer(
            Origin origin,
            Handshake handshake,
            Upgrade upgrade,
            Deadlines deadlines,
            AtomicLong earlyBytesOfAll) {
        this.origin = origin;
        this.handshake = handshake;
        this.upgrade = upgrade;
        this.deadlines = deadlines;
        this.early = new EarlyFrameBuffer(earlyBytesOfAll);
    }

    // What a flow asks.

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Handshake handshake() {
        var known = handshake;
        if (known == null) {
            throw new IllegalStateException("the handshake is over");
        }
        return known;
    }

    @Override
    public void belongsTo(Connection owner) {
        connection = owner;
    }

    @Override
    public void onEarlyFrames(Peer.EarlyFrames listener) {
        earlyListener = listener;
    }

    @Override
    public void accept(@Nullable String subprotocol) throws PeerGone, InterruptedException {
        try {
            upgrade.complete(new SocketEndpoint(this), subprotocol);
            // Where the servlet has not returned yet, Jetty opens the endpoint on its thread.
            CompletableFuture.anyOf(opened, over).get(UPGRADE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close(
                    new Ending(
                            CloseCode.SERVER_ERROR.code(),
                            Initiator.TIMEOUT,
                            "the upgrade took too long"));
        } catch (IOException e) {
            log.debug("No upgrade for {}", origin.remoteAddress(), e);
            onClose(CloseCode.ABNORMAL.code(), "the client left during the upgrade");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes these with an exception", e);
        }
        if (socket == null) {
            throw new PeerGone(over.join());
        }
    }

    @Override
    public @Nullable String receive(Duration atMost) throws PeerGone, InterruptedException {
        var waiting = early;
        var kept = waiting == null ? null : waiting.await(atMost.toNanos());
        if (kept == null && over.isDone()) {
            throw new PeerGone(over.join());
        }
        return kept == null ? null : kept.frame();
    }

    @Override
    public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException {
        try {
            CompletableFuture.anyOf(event, over).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes these with an exception", e);
        }
        if (over.isDone()) {
            throw new PeerGone(over.join());
        }
        return event.join();
    }

    @Override
    public void loseNothingFromNowOn() {
        var waiting = early;
        if (waiting != null) {
            waiting.loseNothingFromNowOn();
        }
    }

    @Override
    public Ending forEach(Step taker) throws InterruptedException {
        passOnTo(taker);
        var ending = awaitEnd();
        turn.close();
        return ending;
    }

    private void passOnTo(Step taker) {
        var waiting = early;
        if (waiting == null) {
            throw new IllegalStateException("messages are lent once");
        }
        for (var kept = waiting.nextOrPassOn(() -> step = taker);
                kept != null;
                kept = waiting.nextOrPassOn(() -> step = taker)) {
            taker.take(kept.frame(), kept.bytes(), LifecycleHub.NONE);
        }
        early = null;
        handshake = null; // it may hold a token, and the connection may live for days
    }

    @Override
    public int send(String frame) throws PeerGone {
        var open = socket;
        if (open == null || decided.get() != null || over.isDone()) {
            throw new PeerGone(endingSoFar());
        }
        var bytes = Utf8.length(frame);
        pings.sent();
        switch (outbox.send(open, frame, bytes)) {
            case UNDER_WAY -> {
                return bytes;
            }
            case LOST -> {}
            case TOO_SLOW ->
                    close(TOO_SLOW.because(open.frames().because(Kind.HALTED, Kind.THROTTLED)));
        }
        throw new PeerGone(endingSoFar());
    }

    private Ending endingSoFar() {
        var known = over.getNow(null);
        if (known != null) {
            return known;
        }
        var ours = decided.get();
        return ours == null ? Ending.lost("") : ours;
    }

    @Override
    public long pendingBytes() {
        return outbox.pendingBytes();
    }

    @Override
    public void close(Ending ending) {
        // Once it is over Jetty still answers the client's close frame, and must be let do so.
        if (over.isDone() || !decided.compareAndSet(null, ending)) {
            return;
        }
        var owner = connection;
        if (owner != null) {
            owner.beingClosed();
        }
        var open = socket;
        if (open == null) {
            finish(ending);
            upgrade.refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            sayGoodbye(open, ending);
        }
    }

    @Override
    public void refuseUpgrade(int status) {
        var ending = Ending.byGateway(CloseCode.ABNORMAL, "HTTP " + status);
        if (socket == null && !over.isDone() && decided.compareAndSet(null, ending)) {
            finish(ending);
            upgrade.refuse(status);
        }
    }

    @Override
    public @Nullable Line line() {
        var owner = connection;
        var open = socket;
        return owner == null || open == null || decided.get() != null || over.isDone()
                ? null
                : new SocketLine(this, owner, open, pings, deadlines);
    }

    /** Ends the connection without a word. */
    void breaks(Ending ending) {
        var open = socket;
        if (open != null && !over.isDone() && decided.compareAndSet(null, ending)) {
            open.reset();
            finish(ending);
        }
    }

    private void sayGoodbye(Socket open, Ending ending) {
        open.close(ending.code(), ending.reason());
        deadlines.after(Deadlines.CLOSE_PATIENCE_MILLIS, () -> giveUp(open));
    }

    /** The client is waited for no longer, if it has been told to close. */
    void giveUp() {
        var open = socket;
        if (open != null && decided.get() != null && !over.isDone()) {
            giveUp(open);
        }
    }

    /** Whether or not the client has answered the close frame: its time for that is over. */
    private void giveUp(Socket open) {
        open.abort();
        finish(endingSoFar());
    }

    @Override
    public Ending awaitEnd() throws InterruptedException {
        // By hand: what a future has on the stack while it waits, every idle connection would hold.
        flowThread = Thread.currentThread();
        while (!over.isDone()) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return over.join();
    }

    // What Jetty calls back.

    void onOpen(Socket open) {
        socket = open;
        opened.complete(true);
        var ending = decided.get();
        if (ending != null) {
            // Closed while it was not open yet, so that nobody else will.
            sayGoodbye(open, ending);
        }
    }

    void onText(String frame) {
        pings.taking();
        try {
            take(frame);
        } finally {
            pings.taken();
        }
    }

    private void take(String frame) {
        var bytes = Utf8.length(frame);
        var taker = step;
        if (taker == null && keepEarly(frame, bytes)) {
            return;
        }
        taker = step;
        if (taker != null && turn.begin()) {
            try {
                taker.take(frame, bytes, LifecycleHub.NONE);
            } finally {
                turn.end();
            }
        }
    }

    private boolean keepEarly(String frame, int bytes) {
        var waiting = early;
        if (waiting == null) {
            return false;
        }
        var listener = earlyListener;
        return switch (waiting.offer(frame, bytes)) {
            case PASS_ON -> false;
            case KEPT -> {
                if (listener != null) {
                    listener.queued(bytes, waiting.size());
                }
                yield true;
            }
            case OVERFLOWED -> {
                if (listener != null) {
                    listener.overflowed(frame, bytes);
                }
                yield true;
            }
        };
    }

    @Override
    public void onBinary() {
        close(Ending.byGateway(CloseCode.UNSUPPORTED_DATA, "binary frames are not understood"));
    }

    @Override
    public void onPong(ByteBuffer payload) {
        var owner = connection;
        if (owner != null && payload.remaining() == Long.BYTES) {
            owner.measuredRtt(pings.pong(payload.getLong(payload.position())));
        }
    }

    void onError(Throwable error) {
        var code = JettyErrors.closeCodeOf(error);
        if (code != null) {
            decided.compareAndSet(null, Ending.byGateway(code, code.meaning()));
        }
    }

    void onClose(int code, @Nullable String reason) {
        var ours = decided.get();
        if (ours != null) {
            finish(ours);
            return;
        }
        var text = reason == null ? "" : reason;
        finish(
                code == CloseCode.ABNORMAL.code()
                        ? Ending.lost("") // the text is the transport's own
                        : new Ending(code, Initiator.CLIENT, text));
    }

    private void finish(Ending ending) {
        over.complete(ending);
        LockSupport.unpark(flowThread);
        var waiting = early;
        if (waiting != null) {
            waiting.end();
        }
    }

    /** Whether it is the end of this connection, and nobody has closed it yet. */
    boolean isOf(long number) {
        var owner = connection;
        return owner != null && owner.number() == number && decided.get() == null && !over.isDone();
    }

    /** Gives back what early frames hold, once the flow is done. */
    void release() {
        var waiting = early;
        if (waiting != null) {
            waiting.clear();
        }
    }

    // What the heartbeat does.

    /** Pings, or gives the client up; for the heartbeat's thread. */
    void beat(long now, long intervalNanos, long idleNanos) {
        var open = socket;
        if (open == null || over.isDone()) {
            return;
        }
        if (idleNanos > 0 && pings.idleNanos(now) > idleNanos) {
            close(IDLE.because(open.frames().because(Kind.HALTED)));
            return;
        }
        switch (pings.due(now, intervalNanos)) {
            case NOTHING -> {}
            case PING -> open.ping(System.nanoTime());
            case GIVE_UP -> close(NOT_ANSWERED.because(open.frames().because(Kind.values())));
        }
    }
}
