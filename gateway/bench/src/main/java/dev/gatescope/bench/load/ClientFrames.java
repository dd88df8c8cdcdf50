package dev.gatescope.bench.load;

import java.nio.ByteBuffer;

/** Frames as a client sends them: whole and masked (RFC 6455, section 5.2). */
final class ClientFrames {
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int MAX_SHORT = 125;
    private static final int LENGTH_16 = 126;
    private static final int MAX_16 = 0xFFFF;

    private ClientFrames() {}

    /** One frame; payloads of more than 65,535 bytes are not needed here and refused. */
    static byte[] masked(int opcode, byte[] payload, int key) {
        if (payload.length > MAX_16) {
            throw new IllegalArgumentException("A payload of " + payload.length + " bytes");
        }
        var frame = ByteBuffer.allocate(headerBytes(payload.length) + payload.length);
        frame.put((byte) (LAST | opcode));
        if (payload.length <= MAX_SHORT) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
        }
        frame.putInt(key);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ maskAt(key, i)));
        }
        return frame.array();
    }

    /** Bytes in front of a payload of this length. */
    static int headerBytes(int payloadLength) {
        return payloadLength <= MAX_SHORT ? 6 : 8;
    }

    /** The byte that masks the payload's byte at this index. */
    static byte maskAt(int key, int index) {
        return (byte) (key >> (24 - 8 * (index & 3)));
    }
}
