package dev.gatescope.bench.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Takes the frames of a server, one after the other, out of what has been read from it. Allocates
 * nothing; used by the load thread only.
 */
final class FrameReader {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int LAST = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private int opcode;
    private int payloadAt;
    private int payloadLength;

    /**
     * Steps to the next frame and moves the buffer's position behind it.
     *
     * @return false if the buffer does not hold all of the frame yet; its position stays
     */
    boolean next(ByteBuffer in) throws ProtocolException {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int first = in.get(start) & 0xFF;
        int second = in.get(start + 1) & 0xFF;
        if ((first & ~OPCODE) != LAST) {
            throw new ProtocolException("A fragmented or compressed frame that nobody asked for");
        }
        if ((second & MASKED) != 0) {
            throw new ProtocolException("A masked frame from a server");
        }
        int headerBytes = second == LENGTH_64 ? 10 : second == LENGTH_16 ? 4 : 2;
        if (in.remaining() < headerBytes) {
            return false;
        }
        long length =
                switch (second) {
                    case LENGTH_16 -> in.getShort(start + 2) & 0xFFFF;
                    case LENGTH_64 -> in.getLong(start + 2);
                    default -> second;
                };
        if (length < 0 || length > in.capacity() - headerBytes) {
            throw new ProtocolException("A frame of " + length + " bytes, which is too long here");
        }
        if (in.remaining() < headerBytes + length) {
            return false;
        }
        opcode = first & OPCODE;
        payloadAt = start + headerBytes;
        payloadLength = (int) length;
        in.position(payloadAt + payloadLength);
        return true;
    }

    int opcode() {
        return opcode;
    }

    /** Where in the buffer the frame's payload begins. */
    int payloadAt() {
        return payloadAt;
    }

    int payloadLength() {
        return payloadLength;
    }
}
