package dev.gatescope.gateway.contract;

import static dev.gatescope.gateway.contract.RawClient.BINARY;
import static dev.gatescope.gateway.contract.RawClient.CLOSE;
import static dev.gatescope.gateway.contract.RawClient.CONTINUATION;
import static dev.gatescope.gateway.contract.RawClient.FIN;
import static dev.gatescope.gateway.contract.RawClient.PING;
import static dev.gatescope.gateway.contract.RawClient.PONG;
import static dev.gatescope.gateway.contract.RawClient.TEXT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.shared.protocol.CloseCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What breaks the WebSocket protocol or a limit ends the connection with the code that says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireErrorsTest {
    private static final int MOST_BYTES = 1_048_576;
    private static final byte[] NOTHING = {};
    private static final int RESERVED_BIT = 0x40;

    private RunningGateway running;

    /** What a client does wrong. */
    @FunctionalInterface
    private interface Wrong {
        void by(RawClient client) throws Exception;
    }

    @BeforeAll
    void start() throws Exception {
        running = RunningGateway.start(GatewayConfig.builder());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aBinaryFrameIs1003() throws Exception {
        assertCloses(1003, client -> client.frame(FIN | BINARY, bytes("{\"type\":\"ping\"}")));
        assertCloses(1003, client -> client.frame(FIN | BINARY, NOTHING));
        assertCloses(1003, client -> client.frame(BINARY, bytes("begun")));
    }

    @Test
    void textThatIsNotUtf8Is1007() throws Exception {
        assertCloses(1007, client -> client.frame(FIN | TEXT, new byte[] {'"', (byte) 0xc3, '"'}));
        assertCloses(
                1007,
                client ->
                        client.frame(
                                FIN | TEXT, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
        assertCloses(1007, client -> client.frame(FIN | TEXT, new byte[] {(byte) 0xff}));
    }

    @Test
    void aMessageOfTheGreatestSizeIsTakenAndOneByteMoreIs1009() throws Exception {
        try (var client = ready()) {
            client.text(pingOf(MOST_BYTES));
            assertThat(client.json().path("type").stringValue()).isEqualTo("pong");
        }
        assertCloses(1009, client -> client.text(pingOf(MOST_BYTES + 1)));
    }

    @Test
    void theSizeIsCountedInBytesNotInCharacters() throws Exception {
        assertCloses(
                1009,
                client -> client.text("{\"type\":\"ping\",\"x\":\"" + "é".repeat(600_000) + "\"}"));
    }

    @Test
    void theSizeOfAMessageInPiecesCountsAsAWhole() throws Exception {
        assertCloses(
                1009,
                client -> {
                    var half = bytes(" ".repeat(MOST_BYTES / 2));
                    client.frame(TEXT, half);
                    client.frame(CONTINUATION, half);
                    client.frame(FIN | CONTINUATION, bytes(" "));
                });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                FIN | 0x3,
                FIN | 0x7,
                FIN | 0xb,
                FIN | 0xf,
                FIN | RESERVED_BIT | TEXT,
                FIN | 0x20 | TEXT,
                FIN | 0x10 | TEXT,
                CONTINUATION,
                FIN | CONTINUATION,
                PING,
                CLOSE
            })
    void aFrameThatTheStandardForbidsIs1002(int firstByte) throws Exception {
        assertCloses(1002, client -> client.frame(firstByte, bytes("{\"type\":\"ping\"}")));
    }

    @Test
    void aFrameThatIsNotMaskedIs1002() throws Exception {
        assertCloses(
                1002, client -> client.unmaskedFrame(FIN | TEXT, bytes("{\"type\":\"ping\"}")));
    }

    @Test
    void aNewMessageInTheMiddleOfAnotherIs1002() throws Exception {
        assertCloses(
                1002,
                client -> {
                    client.frame(TEXT, bytes("{\"type\":"));
                    client.frame(FIN | TEXT, bytes("{\"type\":\"ping\"}"));
                });
    }

    @Test
    void aLengthThatNoMessageHasIs1009() throws Exception {
        assertCloses(1009, client -> client.header(FIN | TEXT, 1L << 40));
        assertCloses(1009, client -> client.header(FIN | TEXT, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1005, 1006, 2999, 5000})
    void aCloseCodeThatMustNotBeSentIs1002(int code) throws Exception {
        assertCloses(
                1002,
                client -> client.frame(FIN | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
    }

    @Test
    void aPingOfMoreThan125BytesIs1002() throws Exception {
        assertCloses(1002, client -> client.frame(FIN | PING, new byte[126]));
    }

    @Test
    void textInPiecesWithAPingBetweenIsOneMessage() throws Exception {
        try (var client = ready()) {
            client.frame(TEXT, bytes("{\"type\":\"pi"));
            client.frame(FIN | PING, bytes("there?"));
            client.frame(CONTINUATION, NOTHING);
            client.frame(FIN | PONG, bytes("unasked"));
            client.frame(FIN | CONTINUATION, bytes("ng\"}"));

            var pong = client.read();
            assertThat(pong.opcode()).isEqualTo(PONG);
            assertThat(pong.text()).isEqualTo("there?");
            assertThat(client.json().path("type").stringValue()).isEqualTo("pong");
        }
    }

    @Test
    void aCharacterInPiecesIsOneCharacter() throws Exception {
        try (var client = ready()) {
            var frame = bytes("{\"type\":\"ping\",\"message_id\":\"€\"}");
            var middle = frame.length - 4;
            client.frame(TEXT, Arrays.copyOf(frame, middle));
            client.frame(FIN | CONTINUATION, Arrays.copyOfRange(frame, middle, frame.length));

            assertThat(client.json().path("correlation_id").stringValue()).isEqualTo("€");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 4000})
    void aCloseIsAnsweredWithItsOwnCode(int code) throws Exception {
        for (var i = 0; i < 50; i++) { // it was wrong one time in ten
            try (var client = ready()) {
                client.frame(FIN | CLOSE, new byte[] {(byte) (code >> 8), (byte) code, 'b', 'y'});

                assertThat(client.closeFrame().closeCode()).isEqualTo(code);
            }
        }
    }

    @Test
    void aCloseWithoutACodeIsAnswered() throws Exception {
        try (var client = ready()) {
            client.frame(FIN | CLOSE, NOTHING);

            assertThat(client.closeFrame().opcode()).isEqualTo(CLOSE);
        }
    }

    private RawClient ready() throws Exception {
        return RawClient.upgraded(running.gateway().clientUri()).welcomed();
    }

    private void assertCloses(int code, Wrong wrong) throws Exception {
        try (var client = ready()) {
            wrong.by(client);

            var close = client.closeFrame();
            assertThat(close.closeCode()).isEqualTo(code);
            assertThat(close.closeReason()).isEqualTo(reasonOf(code));
        }
        running.awaitNothingHeld();
    }

    private static String reasonOf(int code) {
        return code == 1003 ? "binary frames are not understood" : CloseCode.meaningOf(code);
    }

    private static String pingOf(int bytes) {
        var frame = "{\"type\":\"ping\",\"x\":\"\"}";
        return frame.replace("\"\"", '"' + "a".repeat(bytes - frame.length()) + '"');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
