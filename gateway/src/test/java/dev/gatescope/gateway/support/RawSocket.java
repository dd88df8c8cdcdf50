package dev.gatescope.gateway.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A TCP connection that speaks just enough WebSocket to misbehave exactly as wanted. */
public final class RawSocket implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 20_000;

    private final Socket socket;

    /** Connects, and sends nothing yet. */
    public RawSocket(URI gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Sends text as it is. */
    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a whole upgrade request, with these lines in it. */
    public void requestUpgrade(String... headerLines) throws IOException {
        var request = new StringBuilder("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
        request.append(
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
        for (var line : headerLines) {
            request.append(line).append("\r\n");
        }
        write(request.append("\r\n").toString());
    }

    /** Reads up to the end of the response's head. */
    public String readHead() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Reads one byte of what follows; -1 at the end. */
    public int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Reads the rest of a frame of less than 64 KiB whose first byte has been read. */
    public byte[] readFrame() throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var length = in.readUnsignedByte();
        return in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
    }

    /** Sends a frame with this first byte, masked with zeros. */
    public void frame(int firstByte, byte[] payload) throws IOException {
        var length = payload.length;
        var header =
                length < 126
                        ? new byte[] {(byte) firstByte, (byte) (0x80 | length), 0, 0, 0, 0}
                        : new byte[] {
                            (byte) firstByte,
                            (byte) (0x80 | 126),
                            (byte) (length >> 8),
                            (byte) length,
                            0,
                            0,
                            0,
                            0
                        };
        var all = new byte[header.length + length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(payload, 0, all, header.length, length);
        socket.getOutputStream().write(all);
    }

    /** Sends a text frame. */
    public void text(String text) throws IOException {
        frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Breaks the connection: the other end gets a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
