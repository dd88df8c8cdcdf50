package dev.gatescope.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket of a load, from the TCP connect to its end; may be opened again when it is gone.
 * Checks every frame it gets. Used by the load thread only, and allocates nothing per message.
 */
final class Client {
    /** More than the answers to 16 small messages. */
    private static final int READ_BYTES = 8192;

    private static final byte[] NORMAL_CLOSURE = {0x03, (byte) 0xE8};

    private enum State {
        CONNECTING,
        UPGRADING,
        GREETING,
        READY,
        CLOSING,
        CLOSE_ANSWERED,
        GONE
    }

    private final Target target;
    private final Exchange exchange;
    private final ClientListener listener;
    private final int maskKey = ThreadLocalRandom.current().nextInt();
    private final ByteBuffer upgrade;
    private final ByteBuffer close;
    private final RequestFrames requests;
    private final long[] sentAt;
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private final FrameReader frame = new FrameReader();

    private State state = State.GONE;
    private @Nullable SocketChannel channel;
    private long openedAt;
    private long sent;
    private long answered;

    /** A connection that will never have more than {@code inFlight} questions open. */
    Client(Target target, Exchange exchange, int inFlight, ClientListener listener) {
        this.target = target;
        this.exchange = exchange;
        this.listener = listener;
        this.upgrade = ByteBuffer.wrap(Upgrade.request(target));
        this.close =
                ByteBuffer.wrap(ClientFrames.masked(FrameReader.CLOSE, NORMAL_CLOSURE, maskKey));
        this.requests = new RequestFrames(exchange, inFlight, maskKey);
        this.sentAt = new long[inFlight];
    }

    /** Begins to connect, from this local address if one is given. */
    void open(Selector selector, @Nullable SocketAddress from) {
        openedAt = System.nanoTime();
        state = State.CONNECTING;
        in.clear();
        try {
            var opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (from != null) {
                opened.bind(from);
            }
            var key = opened.register(selector, SelectionKey.OP_CONNECT, this);
            if (opened.connect(target.address())) {
                connected(key);
            }
        } catch (IOException e) {
            gone(problem(e));
        }
    }

    /** Sends the next questions of this connection, all in one write. */
    void send(int count) {
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            sentAt[(int) ((sent + i) % sentAt.length)] = now;
        }
        write(requests.numbered(sent, count));
        sent += count;
    }

    /** Begins the close handshake; the server is left to end the TCP connection. */
    void close() {
        if (state == State.READY) {
            state = State.CLOSING;
            write(close.rewind());
        }
    }

    /** Ends the connection at once, as one that should have ended before. */
    void abort() {
        gone("still " + state + " when it should have been over");
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Questions without an answer. */
    long open() {
        return sent - answered;
    }

    /** When the connection was begun, as {@link System#nanoTime()}. */
    long openedAt() {
        return openedAt;
    }

    /** Does what the socket is ready for. */
    void proceed(SelectionKey key) {
        var socket = channel;
        if (socket == null) {
            return;
        }
        try {
            if (key.isConnectable()) {
                socket.finishConnect();
                connected(key);
            } else {
                read(socket);
            }
        } catch (IOException e) {
            // A server that has answered the close may end the connection as it likes.
            gone(state == State.CLOSE_ANSWERED ? null : problem(e));
        }
    }

    private void connected(SelectionKey key) {
        key.interestOps(SelectionKey.OP_READ);
        state = State.UPGRADING;
        write(upgrade.rewind());
    }

    private void read(SocketChannel socket) throws IOException {
        if (socket.read(in) < 0) {
            gone(state == State.CLOSE_ANSWERED ? null : "hung up by the server while " + state);
            return;
        }
        in.flip();
        if (state == State.UPGRADING && Upgrade.accepted(in)) {
            state = State.GREETING;
            if (!target.greets()) {
                ready();
            }
        }
        long before = answered;
        if (state != State.UPGRADING) {
            long now = System.nanoTime();
            while (state != State.GONE && frame.next(in)) {
                take(now);
            }
        }
        in.compact();
        if (answered > before) {
            listener.onBatch(this, (int) (answered - before));
        }
    }

    private void take(long now) throws ProtocolException {
        switch (frame.opcode()) {
            case FrameReader.TEXT -> takeText(now);
            case FrameReader.PING -> write(pong());
            case FrameReader.PONG -> {}
            case FrameReader.CLOSE -> {
                if (state != State.CLOSING) {
                    throw new ProtocolException("Closed by the server while " + state);
                }
                state = State.CLOSE_ANSWERED;
            }
            default -> throw new ProtocolException("A frame with opcode " + frame.opcode());
        }
    }

    private void takeText(long now) throws ProtocolException {
        if (state == State.GREETING) {
            if (!Exchange.isWelcome(in, frame.payloadAt(), frame.payloadLength())) {
                throw new ProtocolException("No welcome, but: " + text());
            }
            ready();
        } else if (open() > 0
                && exchange.isAnswer(in, frame.payloadAt(), frame.payloadLength(), answered)) {
            listener.onAnswer(this, now - sentAt[(int) (answered % sentAt.length)]);
            answered++;
        } else {
            throw new ProtocolException("No answer to question " + answered + ", but: " + text());
        }
    }

    private void ready() {
        state = State.READY;
        listener.onReady(this);
    }

    private ByteBuffer pong() {
        return ByteBuffer.wrap(ClientFrames.masked(FrameReader.PONG, payload(), maskKey));
    }

    private String text() {
        return new String(payload(), UTF_8);
    }

    private byte[] payload() {
        var bytes = new byte[frame.payloadLength()];
        in.get(frame.payloadAt(), bytes);
        return bytes;
    }

    /**
     * Writes all of it: what a connection may have under way is far less than a socket buffer, so a
     * write that stops short is a server that has stopped reading.
     */
    private void write(ByteBuffer bytes) {
        var socket = channel;
        if (socket == null) {
            return;
        }
        try {
            socket.write(bytes);
            if (bytes.hasRemaining()) {
                gone("not read by the server");
            }
        } catch (IOException e) {
            gone(problem(e));
        }
    }

    private void gone(@Nullable String problem) {
        if (state == State.GONE) {
            return;
        }
        state = State.GONE;
        sent = 0;
        answered = 0;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is over either way.
            }
            channel = null;
        }
        listener.onGone(this, problem);
    }

    private String problem(IOException e) {
        var reason = e.getMessage();
        return (reason == null ? e.getClass().getSimpleName() : reason) + " (while " + state + ")";
    }
}
