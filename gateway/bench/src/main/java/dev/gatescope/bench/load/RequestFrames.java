package dev.gatescope.bench.load;

import java.nio.ByteBuffer;

/**
 * The outgoing frames of one connection, built once; before they are sent only the digits of their
 * ids are written anew. Frames that go out together lie side by side, so that one system call sends
 * them all. Used by the load thread only.
 */
final class RequestFrames {
    private final ByteBuffer frames;
    private final int frameBytes;
    private final int idAt;
    private final byte[] idMask = new byte[Exchange.ID_DIGITS];

    /** Room for this many frames at once, all masked with the same key. */
    RequestFrames(Exchange exchange, int capacity, int maskKey) {
        byte[] request = exchange.request();
        byte[] frame = ClientFrames.masked(FrameReader.TEXT, request, maskKey);
        frameBytes = frame.length;
        idAt = ClientFrames.headerBytes(request.length) + exchange.idAt();
        for (int digit = 0; digit < idMask.length; digit++) {
            idMask[digit] = ClientFrames.maskAt(maskKey, exchange.idAt() + digit);
        }
        frames = ByteBuffer.allocateDirect(capacity * frameBytes);
        for (int i = 0; i < capacity; i++) {
            frames.put(frame);
        }
    }

    /**
     * The frames of the questions {@code first}, {@code first + 1}, …; valid until the next call.
     */
    ByteBuffer numbered(long first, int count) {
        frames.clear();
        for (int i = 0; i < count; i++) {
            writeId(i * frameBytes + idAt, first + i);
        }
        return frames.limit(count * frameBytes);
    }

    private void writeId(int at, long id) {
        long rest = id;
        for (int digit = Exchange.ID_DIGITS - 1; digit >= 0; digit--) {
            frames.put(at + digit, (byte) (('0' + rest % 10) ^ idMask[digit]));
            rest /= 10;
        }
    }
}
