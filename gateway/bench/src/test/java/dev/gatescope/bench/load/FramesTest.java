package dev.gatescope.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

class FramesTest {
    private final FrameReader reader = new FrameReader();

    @Test
    void aClientsFrameIsTheExampleOfTheStandard() {
        byte[] frame = ClientFrames.masked(FrameReader.TEXT, "Hello".getBytes(UTF_8), 0x37fa213d);

        assertThat(HexFormat.of().formatHex(frame)).isEqualTo("818537fa213d7f9f4d5158");
    }

    @Test
    void aLongerFrameHasItsLengthInTwoBytes() {
        byte[] frame = ClientFrames.masked(FrameReader.TEXT, new byte[300], 0);

        assertThat(frame).hasSize(308).startsWith(0x81, 0xFE, 0x01, 0x2C);
    }

    @Test
    void aServersFramesAreReadOneAfterTheOther() throws Exception {
        var in = ByteBuffer.wrap(HexFormat.of().parseHex("810548656c6c6f" + "8900" + "8803"));

        assertThat(reader.next(in)).isTrue();
        assertThat(reader.opcode()).isEqualTo(FrameReader.TEXT);
        assertThat(payload(in)).isEqualTo("Hello");
        assertThat(reader.next(in)).isTrue();
        assertThat(reader.opcode()).isEqualTo(FrameReader.PING);
        assertThat(reader.payloadLength()).isZero();
        assertThat(reader.next(in)).as("the third is not all there").isFalse();
        assertThat(in.remaining()).isEqualTo(2);
    }

    @Test
    void lengthsOfTwoAndEightBytesAreRead() throws Exception {
        var in = ByteBuffer.allocate(1000);
        in.put(HexFormat.of().parseHex("817e012c")).put(new byte[300]);
        in.put(HexFormat.of().parseHex("817f000000000000012d")).put(new byte[301]).flip();

        assertThat(reader.next(in)).isTrue();
        assertThat(reader.payloadLength()).isEqualTo(300);
        assertThat(reader.next(in)).isTrue();
        assertThat(reader.payloadLength()).isEqualTo(301);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void whatNobodyAskedForIsRefused() {
        assertRefused("0105", "fragmented");
        assertRefused("c105", "compressed");
        assertRefused("818537fa213d7f9f4d5158", "masked");
        assertRefused("817f0000000000ffffff", "too long");
        assertRefused("817fffffffffffffffff", "too long");
    }

    @Test
    void requestsAreTheSameButForTheirIds() throws Exception {
        var exchange = Exchange.echo();
        var requests = new RequestFrames(exchange, 3, 0x12345678);

        var first = unmasked(requests.numbered(0, 3));
        var second = unmasked(requests.numbered(9_999_999, 2));

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(second[1]).hasSize(96).isEqualTo(first[0].replace("0000000000", "0010000000"));
    }

    private void assertRefused(String frame, String reason) {
        var in = ByteBuffer.wrap(HexFormat.of().parseHex(frame));
        assertThatThrownBy(() -> reader.next(in))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(reason);
    }

    private String payload(ByteBuffer in) {
        var bytes = new byte[reader.payloadLength()];
        in.get(reader.payloadAt(), bytes);
        return new String(bytes, UTF_8);
    }

    /** The texts in frames of 96 bytes, each behind a header of 6 whose last 4 are the mask. */
    private static String[] unmasked(ByteBuffer frames) {
        var texts = new String[frames.remaining() / 102];
        for (int i = 0; i < texts.length; i++) {
            int key = frames.getInt(frames.position() + 2);
            var bytes = new byte[96];
            frames.get(frames.position() + 6, bytes);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] ^= ClientFrames.maskAt(key, at);
            }
            texts[i] = new String(bytes, UTF_8);
            frames.position(frames.position() + 102);
        }
        return texts;
    }
}
