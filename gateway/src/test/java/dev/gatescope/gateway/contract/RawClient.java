package dev.gatescope.gateway.contract;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client made of bytes, so that it can also send what no proper client would. Each read
 * has a deadline.
 */
final class RawClient implements AutoCloseable {
    static final int FIN = 0x80;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int DEADLINE_MILLIS = 20_000;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private final Socket socket;
    private final DataInputStream in;

    RawClient(URI gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A client whose upgrade with these header lines is complete. */
    static RawClient upgraded(URI gateway, String... headerLines) throws IOException {
        var client = new RawClient(gateway);
        var head = client.request(upgradeRequest("/ws", headerLines));
        if (!head.startsWith("HTTP/1.1 101 ")) {
            client.close();
            throw new AssertionError("not upgraded: " + head);
        }
        return client;
    }

    /** A proper upgrade request with more header lines. */
    static String upgradeRequest(String target, String... headerLines) {
        return "GET "
                + target
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + String.join("", lines(headerLines))
                + "\r\n";
    }

    private static String[] lines(String... lines) {
        var ended = lines.clone();
        for (var i = 0; i < ended.length; i++) {
            ended[i] += "\r\n";
        }
        return ended;
    }

    /** Sends this text and reads the head of the response. */
    String request(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** What follows the head until the other side closes or the request's connection ends. */
    String readBody(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a masked frame. */
    void frame(int firstByte, byte[] payload) throws IOException {
        var out = new ByteArrayOutputStream();
        header(out, firstByte, payload.length, 0x80);
        out.writeBytes(MASK);
        for (var i = 0; i < payload.length; i++) {
            out.write(payload[i] ^ MASK[i % MASK.length]);
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    /** Sends the head of a frame of this length, and a little of it. */
    void header(int firstByte, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(firstByte);
        out.write(0x80 | 127);
        for (var shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (length >> shift));
        }
        out.writeBytes(MASK);
        out.write('x');
        socket.getOutputStream().write(out.toByteArray());
    }

    /** Sends a frame that is not masked, which clients must not do. */
    void unmaskedFrame(int firstByte, byte[] payload) throws IOException {
        var out = new ByteArrayOutputStream();
        header(out, firstByte, payload.length, 0);
        out.writeBytes(payload);
        socket.getOutputStream().write(out.toByteArray());
    }

    private static void header(
            ByteArrayOutputStream out, int firstByte, int length, int maskedBit) {
        out.write(firstByte);
        if (length < 126) {
            out.write(maskedBit | length);
        } else if (length < 65_536) {
            out.write(maskedBit | 126);
            out.write(length >> 8);
            out.write(length);
        } else {
            out.write(maskedBit | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) length >> shift));
            }
        }
    }

    /** The next frame, whatever it is. */
    Frame read() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(opcode, in.readNBytes((int) length));
    }

    /** The next text frame as JSON; heartbeats are passed over. */
    JsonNode json() throws IOException {
        var frame = read();
        while (frame.opcode() == PING || frame.opcode() == PONG) {
            frame = read();
        }
        if (frame.opcode() != TEXT) {
            throw new AssertionError("no text but " + frame);
        }
        return Json.parse(frame.text());
    }

    /** The code of the error frame that must come next. */
    String errorCode() throws IOException {
        return json().at("/error/code").stringValue();
    }

    /** The next close frame; what comes before is passed over. */
    Frame closeFrame() throws IOException {
        var frame = read();
        while (frame.opcode() != CLOSE) {
            frame = read();
        }
        return frame;
    }

    /** Reads and checks the welcome. */
    RawClient welcomed() throws IOException {
        var welcome = json();
        if (!welcome.path("type").asString("").equals("connection_established")) {
            throw new AssertionError("not welcome: " + welcome);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
