package dev.gatescope.gateway.experiment;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A WebSocket client on a plain TCP socket, so that the moment and the manner of leaving are exact:
 * half a handshake, a reset, silence. It never sends more than small text frames. For one thread,
 * except {@link #close}.
 */
final class WireSocket implements AutoCloseable {
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int NO_CODE = 1005;
    private static final int LONGEST_HEAD = 16_384;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String ACCEPTED = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    /** What came from the gateway. */
    sealed interface Arrival {
        /** A whole text. */
        record Text(String text) implements Arrival {}

        /** A close frame. */
        record Closed(int code) implements Arrival {}

        /** The TCP connection ended without one. */
        record Broken() implements Arrival {}

        /** Nothing, for as long as one waits. */
        record Silence() implements Arrival {}
    }

    private final Socket socket;
    private final DataInputStream in;
    private final StringBuilder partial = new StringBuilder();

    private WireSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects by TCP, and sends nothing yet. */
    static WireSocket connect(URI gateway, Duration patience) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(
                    new InetSocketAddress(gateway.getHost(), gateway.getPort()),
                    (int) patience.toMillis());
            return new WireSocket(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Asks for a WebSocket, with these lines among the headers. */
    void requestUpgrade(URI gateway, List<String> headerLines) throws IOException {
        var request =
                "GET "
                        + gateway.getRawPath()
                        + " HTTP/1.1\r\nHost: "
                        + gateway.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                        + KEY
                        + "\r\nSec-WebSocket-Version: 13\r\n"
                        + String.join("\r\n", headerLines)
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The status of the answer to the upgrade request.
     *
     * @throws IOException where none comes, or it says 101 and is no answer to this request
     */
    int readStatus() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
            head.append((char) in.readUnsignedByte());
        }
        var lines = head.toString().lines().toList();
        var words = lines.getFirst().split(" ", 3);
        if (words.length < 2 || !words[1].matches("\\d{3}")) {
            throw new IOException("the answer is no HTTP");
        }
        var status = Integer.parseInt(words[1]);
        if (status == 101
                && lines.stream()
                        .noneMatch(line ->
                                line.equalsIgnoreCase("Sec-WebSocket-Accept: " + ACCEPTED))) {
            throw new IOException("the answer accepts another request");
        }
        return status;
    }

    /** The next thing that comes; pings are answered meanwhile. */
    Arrival receive() throws IOException {
        try {
            while (true) {
                var first = in.readUnsignedByte();
                var payload = in.readNBytes(length());
                switch (first & 0xF) {
                    case TEXT, CONTINUATION -> {
                        partial.append(new String(payload, StandardCharsets.UTF_8));
                        if ((first & FINAL) != 0) {
                            var text = partial.toString();
                            partial.setLength(0);
                            return new Arrival.Text(text);
                        }
                    }
                    case PING -> send(PONG, payload);
                    case CLOSE -> {
                        return new Arrival.Closed(
                                payload.length < 2
                                        ? NO_CODE
                                        : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
                    }
                    default -> {}
                }
            }
        } catch (SocketTimeoutException e) {
            return new Arrival.Silence();
        } catch (IOException e) {
            return new Arrival.Broken();
        }
    }

    private int length() throws IOException {
        var length = in.readUnsignedByte() & 0x7F;
        return switch (length) {
            case SHORT -> in.readUnsignedShort();
            case LONG -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    /** Sends a text frame. */
    void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says good-bye, or answers a good-bye. */
    void sendClose(int code) throws IOException {
        send(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** One frame, masked with zeros, which is a mask like any other. */
    private void send(int opcode, byte[] payload) throws IOException {
        var header = ByteBuffer.allocate(8 + payload.length).put((byte) (FINAL | opcode));
        if (payload.length < SHORT) {
            header.put((byte) (MASKED | payload.length));
        } else {
            header.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
        }
        header.putInt(0).put(payload).flip();
        socket.getOutputStream().write(header.array(), 0, header.limit());
    }

    /** Breaks the connection: the gateway gets a TCP reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the TCP connection. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
