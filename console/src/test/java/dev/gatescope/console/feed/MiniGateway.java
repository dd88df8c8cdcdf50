package dev.gatescope.console.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Just enough of an admin port to misbehave: says who it is, accepts streams, and leaves it to the
 * test what they say and how they end. A real gateway sends no broken frames.
 */
final class MiniGateway implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String INFO =
            "{\"version\":\"1\",\"api\":1,\"name\":\"mini\",\"env\":\"development\",\"flow\":\"fixed\","
                + "\"role\":\"operator\",\"started_at\":\"2026-03-01T12:00:00Z\","
                + "\"time\":\"2026-03-01T12:00:00Z\",\"capabilities\":[]}";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Stream> streams = new LinkedBlockingQueue<>();

    MiniGateway() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The next stream that is asked for. */
    Stream nextStream() throws InterruptedException {
        var stream = streams.poll(20, TimeUnit.SECONDS);
        if (stream == null) {
            throw new AssertionError("Nobody asked for a stream.");
        }
        return stream;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            String request = head(socket.getInputStream());
            var key = KEY.matcher(request);
            if (key.find()) {
                send(
                        socket,
                        "101 Switching Protocols",
                        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: "
                                + accepted(key.group(1))
                                + "\r\n",
                        "");
                streams.add(new Stream(socket, request.lines().findFirst().orElse("")));
            } else {
                send(
                        socket,
                        "200 OK",
                        "Content-Type: application/json\r\nContent-Length: "
                                + INFO.length()
                                + "\r\nConnection: close\r\n",
                        INFO);
                socket.close();
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String head(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return text.toString();
    }

    private static void send(Socket socket, String status, String headers, String body)
            throws IOException {
        String answer = "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String accepted(String key) throws GeneralSecurityException {
        byte[] proof =
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(proof));
    }

    /** One stream of one console. */
    record Stream(Socket socket, String request) {
        void say(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            var out = socket.getOutputStream();
            out.write(0x81); // one whole text
            if (bytes.length < 126) {
                out.write(bytes.length);
            } else {
                out.write(new byte[] {126, (byte) (bytes.length >> 8), (byte) bytes.length});
            }
            out.write(bytes);
            out.flush();
        }

        /** A frame with nothing in it. */
        void sayFrame(long seq) throws IOException {
            say("{\"seq\":" + seq + ",\"events\":[],\"dropped\":0}");
        }

        /** Breaks the connection as a gateway does that is killed. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
