package dev.gatescope.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;

import java.net.ProtocolException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

class UpgradeTest {
    private static final Target TARGET = Target.of(URI.create("ws://127.0.0.1:8025/ws"), true);

    @Test
    void theAcceptKeyIsTheExampleOfTheStandard() {
        assertThat(Upgrade.acceptFor("dGhlIHNhbXBsZSBub25jZQ=="))
                .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void aYesIsTakenWithoutTheFrameBehindIt() throws Exception {
        var answer = bytes(yes() + "frame");

        assertThat(Upgrade.accepted(answer)).isTrue();
        assertThat(answer.remaining()).isEqualTo("frame".length());
    }

    @Test
    void halfAHeadIsWaitedFor() throws Exception {
        var yes = yes();

        assertThat(Upgrade.accepted(bytes(yes.substring(0, yes.length() - 1)))).isFalse();
    }

    @Test
    void anythingElseIsNoWebSocket() {
        assertThatThrownBy(() -> Upgrade.accepted(bytes("HTTP/1.1 503 Later\r\n\r\n")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("503");
        assertThatThrownBy(() -> Upgrade.accepted(bytes("HTTP/1.1 101 Yes\r\n\r\n")))
                .isInstanceOf(ProtocolException.class);
    }

    private static String yes() {
        var key = Pattern.compile("Sec-WebSocket-Key: (\\S+)");
        var request = new String(Upgrade.request(TARGET), ISO_8859_1);
        var sent = key.matcher(request).results().findFirst().orElseThrow().group(1);
        return "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: "
                + Upgrade.acceptFor(sent)
                + "\r\n\r\n";
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
