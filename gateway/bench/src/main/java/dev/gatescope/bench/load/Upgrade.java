package dev.gatescope.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The HTTP side of opening a WebSocket (RFC 6455, section 4.1). */
final class Upgrade {
    /** Always the same, so that the request is built and the expected answer computed only once. */
    private static final String KEY = "Z2F0ZXNjb3BlLWJlbmNoIQ==";

    private static final String ACCEPT = acceptFor(KEY);
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private Upgrade() {}

    /** The request that asks for a WebSocket, without subprotocol and without extensions. */
    static byte[] request(Target target) {
        return """
        GET %s HTTP/1.1\r
        Host: %s:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: %s\r
        Sec-WebSocket-Version: 13\r
        User-Agent: gatescope-bench\r
        \r
        """
                .formatted(
                        target.path(),
                        target.address().getHostString(),
                        target.address().getPort(),
                        KEY)
                .getBytes(US_ASCII);
    }

    /**
     * Takes the server's answer out of the buffer.
     *
     * @return false if the buffer does not hold all of it yet
     * @throws ProtocolException if the server answered anything but yes
     */
    static boolean accepted(ByteBuffer in) throws ProtocolException {
        for (int end = in.position(); end + 4 <= in.limit(); end++) {
            if (in.getInt(end) == END_OF_HEAD) {
                var bytes = new byte[end - in.position()];
                in.get(bytes).position(end + 4);
                check(new String(bytes, ISO_8859_1));
                return true;
            }
        }
        return false;
    }

    private static void check(String head) throws ProtocolException {
        if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(ACCEPT)) {
            throw new ProtocolException(
                    "No WebSocket, but: " + head.lines().findFirst().orElse(""));
        }
    }

    /** What a server that understood the key has to answer. */
    static String acceptFor(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                            .getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
