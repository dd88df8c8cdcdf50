package dev.gatescope.gateway.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A frame as it came. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(int opcode, byte[] payload) {
    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The code of a close frame. */
    int closeCode() {
        return ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    /** The reason of a close frame. */
    String closeReason() {
        return new String(Arrays.copyOfRange(payload, 2, payload.length), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "frame " + opcode + " " + text();
    }
}
