package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What the gateway knows of one connection, from the request on: the entry of every list. Written
 * by the connection's own threads and read by anyone, without locks; a reader may see one figure a
 * moment before another.
 */
public final class Connection {
    /** How many per-message facts, and how many frames, are kept. */
    static final int RECENT = 200;

    private static final VarHandle MESSAGES_IN = counter("messagesIn", long.class);
    private static final VarHandle MESSAGES_OUT = counter("messagesOut", long.class);
    private static final VarHandle BYTES_IN = counter("bytesIn", long.class);
    private static final VarHandle BYTES_OUT = counter("bytesOut", long.class);
    private static final VarHandle ERROR_COUNT = counter("errorCount", int.class);

    private final long number;
    private final Origin origin;
    private final long openedAtMillis;
    private final long openedAtNanos = System.nanoTime();
    private final RecentList<Occurrence> steps = new RecentList<>(RECENT);
    private final RecentList<Occurrence> messages = new RecentList<>(RECENT);
    private final @Nullable RecentList<Frame> frames;

    private final ConnectionPath path;
    private volatile ConnectionState state;
    private volatile @Nullable String user;
    private volatile @Nullable String subprotocol;
    private volatile String auth = "none";
    private volatile long readyAtMillis;
    private volatile long closedAtMillis;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable Ending ending;
    private volatile @Nullable String lastError;
    private volatile long lastStep;
    private volatile long lastErrorEvent;
    private volatile long failureEvent;
    private volatile long noHandlerEvent;
    private volatile long keptHandlerEvent;
    private volatile boolean remembers = true;
    private volatile boolean beingClosed;
    private volatile int tracers;
    private volatile int handlers;
    private volatile int errorCount;
    private volatile long rttNanos = -1;
    private volatile long lastInMillis;
    private volatile long lastOutMillis;
    private volatile LongSupplier pendingBytes = () -> 0;

    private volatile long messagesIn;
    private volatile long messagesOut;
    private volatile long bytesIn;
    private volatile long bytesOut;

    Connection(
            long number,
            Origin origin,
            ConnectionPath path,
            long openedAtMillis,
            boolean keepsFrames) {
        this.number = number;
        this.origin = origin;
        this.path = path;
        this.state = path.first();
        this.openedAtMillis = openedAtMillis;
        this.frames = keepsFrames ? new RecentList<>(RECENT) : null;
    }

    /** The number behind the id; grows with each connection, never repeats within one database. */
    public long number() {
        return number;
    }

    /** {@code conn_} and twelve hex digits. */
    public String id() {
        return Ids.text(number);
    }

    /** Where it came from. */
    public Origin origin() {
        return origin;
    }

    /** When the request came, on {@link System#nanoTime()}'s clock. */
    public long openedAtNanos() {
        return openedAtNanos;
    }

    /** When the request came. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** When the welcome was sent; 0 before. */
    public long readyAtMillis() {
        return readyAtMillis;
    }

    /** When everything had been given back; 0 before. */
    public long closedAtMillis() {
        return closedAtMillis;
    }

    /** Where it is now; closing as soon as anybody closes it, whatever its flow still does. */
    public ConnectionState state() {
        var now = state;
        return beingClosed && now != ConnectionState.CLOSED ? ConnectionState.CLOSING : now;
    }

    /** Who the client is, once that is known. */
    public @Nullable String user() {
        return user;
    }

    /** What was agreed in the handshake. */
    public @Nullable String subprotocol() {
        return subprotocol;
    }

    /**
     * Where the token came from: {@code header}, {@code subprotocol}, {@code frame}, {@code none}.
     */
    public String auth() {
        return auth;
    }

    /** What became of it, once that is decided. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** How it ended, once it has. */
    public @Nullable Ending ending() {
        return ending;
    }

    /** What last went wrong, in one sentence. */
    public @Nullable String lastError() {
        return lastError;
    }

    /** The id of its last step that went as it should: what the next one comes after. */
    public long lastStep() {
        return lastStep;
    }

    /** The id of the last error that happened to it or to one of its messages; 0 for none. */
    public long lastErrorEvent() {
        return lastErrorEvent;
    }

    /** The id of the event that explains why it failed; 0 while it has not, or nothing does. */
    public long failureEvent() {
        return failureEvent;
    }

    /** An event explains why it fails; the first one counts. */
    public void failsBecause(long event) {
        if (failureEvent == LifecycleHub.NONE) {
            failureEvent = event;
        }
    }

    /**
     * The id of the event that explains why no handler of its own takes its messages; 0 if none.
     */
    public long noHandlerEvent() {
        return noHandlerEvent;
    }

    /** The id of the event that explains why its handler stays when it is over; 0 if none does. */
    public long keptHandlerEvent() {
        return keptHandlerEvent;
    }

    /** An event explains why its handler stays when it is over. */
    public void keepsHandlerBecause(long event) {
        keptHandlerEvent = event;
    }

    /** Whether somebody watches this connection's every message. */
    public boolean traced() {
        return tracers > 0;
    }

    /** Handlers that it has in the router now. */
    public int handlers() {
        return handlers;
    }

    /** Messages in a row that failed. */
    public int errorCount() {
        return errorCount;
    }

    /** The last heartbeat's round trip; negative before the first. */
    public long rttNanos() {
        return rttNanos;
    }

    /** When its last frame came; 0 before. */
    public long lastInMillis() {
        return lastInMillis;
    }

    /** When its last frame went; 0 before. */
    public long lastOutMillis() {
        return lastOutMillis;
    }

    public long messagesIn() {
        return messagesIn;
    }

    public long messagesOut() {
        return messagesOut;
    }

    public long bytesIn() {
        return bytesIn;
    }

    public long bytesOut() {
        return bytesOut;
    }

    /** Bytes handed to the transport that the client has not taken yet. */
    public long pendingBytes() {
        return pendingBytes.getAsLong();
    }

    /** Whether its events are still kept here; the journal has those of its life in any case. */
    public boolean remembersTimeline() {
        return remembers;
    }

    /** Its events that are still kept, oldest first. */
    public List<Occurrence> timeline() {
        return Stream.concat(steps.toList().stream(), messages.toList().stream())
                .sorted(Comparator.comparingLong(Occurrence::id))
                .toList();
    }

    /** Its last frames, oldest first; empty where frames are not kept. */
    List<Frame> frames() {
        return frames == null ? List.of() : frames.toList();
    }

    /** Whether frames are kept at all. */
    boolean keepsFrames() {
        return frames != null;
    }

    /** A per-message fact that is still kept, by its id. */
    @Nullable Occurrence recentMessage(long occurrence) {
        for (var message : messages.toList()) {
            if (message.id() == occurrence) {
                return message;
            }
        }
        return null;
    }

    /** Moves to the next state; false, and nothing changes, where that is not legal. */
    public boolean moveTo(ConnectionState next) {
        if (!path.allows(state, next)) {
            return false;
        }
        state = next;
        return true;
    }

    /** Somebody closes it; its flow notices when it next has to do with the client. */
    public void beingClosed() {
        beingClosed = true;
    }

    public void authenticatedAs(String user, String source) {
        this.user = user;
        this.auth = source;
    }

    public void agreedOn(@Nullable String subprotocol) {
        this.subprotocol = subprotocol;
    }

    public void readyAt(long epochMillis) {
        readyAtMillis = epochMillis;
    }

    /** Decides the outcome; only the first decision counts. */
    public boolean decide(Outcome decided) {
        if (outcome != null) {
            return false;
        }
        outcome = decided;
        return true;
    }

    /** Notes how it ended. */
    public void endedBy(Ending how) {
        ending = how;
    }

    public void failedWith(String sentence) {
        lastError = sentence;
    }

    /** Counts a failed message; the number of failures in a row with this one. */
    public int countError() {
        return (int) ERROR_COUNT.getAndAdd(this, 1) + 1;
    }

    public void clearErrors() {
        if (errorCount != 0) {
            errorCount = 0;
        }
    }

    public void handlers(int registered) {
        handlers = registered;
    }

    /** An event explains why no handler of its own takes its messages from now on. */
    public void hasNoHandlerBecause(long event) {
        noHandlerEvent = event;
    }

    public void measuredRtt(long nanos) {
        rttNanos = nanos;
    }

    public void measuresPendingBytesBy(LongSupplier measure) {
        pendingBytes = measure;
    }

    /** Somebody begins, or stops, to watch every message. */
    public synchronized void trace(boolean on) {
        var watching = tracers + (on ? 1 : -1);
        tracers = watching;
    }

    /** Counts a frame that came. */
    public void countIn(long bytes, String text, long epochMillis) {
        MESSAGES_IN.getAndAdd(this, 1L);
        BYTES_IN.getAndAdd(this, bytes);
        lastInMillis = epochMillis;
        keep(true, text, bytes, epochMillis);
    }

    /** Counts a frame that went. */
    public void countOut(long bytes, String text, long epochMillis) {
        MESSAGES_OUT.getAndAdd(this, 1L);
        BYTES_OUT.getAndAdd(this, bytes);
        lastOutMillis = epochMillis;
        keep(false, text, bytes, epochMillis);
    }

    private void keep(boolean inbound, String text, long bytes, long epochMillis) {
        if (frames != null) {
            frames.add(Frame.of(epochMillis, inbound, text, bytes));
        }
    }

    void remember(Occurrence occurrence) {
        if (occurrence.fact().severity() == Severity.ERROR) {
            lastErrorEvent = occurrence.id();
        }
        // What becomes of one message, or of its session, is no cause of what the connection does.
        switch (occurrence.fact()) {
            case MessageFact _, SessionFact _ -> messages.add(occurrence);
            case FaultFact.Hit hit when hit.perMessage() -> messages.add(occurrence);
            case ConnectionFact _, HandlerFact _, ComponentFact _, OperationFact _, FaultFact _ -> {
                // What comes next is not because of what went wrong, unless it says so itself.
                if (occurrence.fact().bearing() == Bearing.STEP) {
                    lastStep = occurrence.id();
                }
                steps.add(occurrence);
            }
        }
    }

    void closedAt(long epochMillis) {
        closedAtMillis = epochMillis;
        pendingBytes = () -> 0;
    }

    /** Gives up events and frames, when too many closed connections are kept. */
    void forgetTimeline() {
        remembers = false;
        steps.clear();
        messages.clear();
        if (frames != null) {
            frames.clear();
        }
    }

    private static VarHandle counter(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Connection.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
