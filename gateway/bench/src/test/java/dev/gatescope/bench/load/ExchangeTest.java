package dev.gatescope.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class ExchangeTest {
    private static final String PONG =
            "{\"type\":\"pong\",\"data\":{},\"correlation_id\":\"0000000042\",\"timestamp\":\"now\"}";

    @Test
    void theRightAnswerHasTheTypeAndTheId() {
        assertThat(isAnswer(Exchange.pong(), PONG, 42)).isTrue();
    }

    @Test
    void anotherIdIsNotTheAnswer() {
        assertThat(isAnswer(Exchange.pong(), PONG, 43)).isFalse();
        assertThat(isAnswer(Exchange.pong(), PONG.replace("42", "421"), 42)).isFalse();
        assertThat(isAnswer(Exchange.pong(), PONG.replace("correlation_id", "other"), 42))
                .isFalse();
    }

    @Test
    void anErrorIsNotTheAnswer() {
        assertThat(isAnswer(Exchange.pong(), PONG.replace("pong", "error"), 42)).isFalse();
    }

    @Test
    void aTextThatBreaksOffIsNotTheAnswer() {
        for (int end = 0; end < PONG.indexOf("42") + 3; end++) {
            assertThat(isAnswer(Exchange.pong(), PONG.substring(0, end), 42)).isFalse();
        }
    }

    @Test
    void anEchoIsTheAnswerToItself() {
        var exchange = Exchange.echo();
        var request = new String(exchange.request(), UTF_8);

        assertThat(isAnswer(exchange, request, 0)).isTrue();
        assertThat(isAnswer(exchange, request, 1)).isFalse();
    }

    @Test
    void allQuestionsHaveTheSameSize() {
        assertThat(Exchange.pong().request()).hasSize(96);
        assertThat(Exchange.chat().request()).hasSize(96);
    }

    /** Whether a text is the answer, also when other bytes are around it. */
    private static boolean isAnswer(Exchange exchange, String text, long id) {
        byte[] bytes = ("??" + text + "??").getBytes(UTF_8);
        return exchange.isAnswer(ByteBuffer.wrap(bytes), 2, bytes.length - 4, id);
    }
}
