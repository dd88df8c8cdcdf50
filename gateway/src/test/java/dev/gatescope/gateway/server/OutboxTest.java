package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.server.Outbox.Sent;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Queue;

/** Frames on their way to clients that read, and to others. */
class OutboxTest {
    private static final int MUCH = (int) Outbox.SLOW_CLIENT_BYTES;

    private static final SendResult WELL = new SendResult((Session) null);
    private static final SendResult BADLY = new SendResult(null, new Exception("broken"));

    private final Outbox outbox = new Outbox(1);
    private final Client client = new Client();

    @Test
    void whoReadsCostsNobodyAWait() {
        for (var i = 0; i < 3; i++) {
            assertThat(outbox.send(client, "much", MUCH)).isEqualTo(Sent.UNDER_WAY);
            client.reads(true);
        }
        assertThat(outbox.pendingBytes()).isZero();
    }

    @Test
    void whoDoesNotReadIsTooSlowOnceMoreThanAMebibyteWaits() {
        assertThat(outbox.send(client, "much", MUCH)).isEqualTo(Sent.UNDER_WAY);

        assertThat(outbox.send(client, "more", 1)).isEqualTo(Sent.TOO_SLOW);
        assertThat(outbox.pendingBytes()).isEqualTo(MUCH + 1L);
    }

    @Test
    void whatBreaksWhileItsSenderWaitsIsLost() {
        client.breaksAtOnce = true;

        assertThat(outbox.send(client, "too much", MUCH + 1)).isEqualTo(Sent.LOST);
        assertThat(outbox.pendingBytes()).isZero();
    }

    /** A client that reads when it is told to. */
    private static final class Client implements Socket {
        private final Queue<SendHandler> unread = new ArrayDeque<>();
        private boolean breaksAtOnce;

        void reads(boolean well) {
            for (var one = unread.poll(); one != null; one = unread.poll()) {
                one.onResult(well ? WELL : BADLY);
            }
        }

        @Override
        public void send(String text, SendHandler whenSent) {
            unread.add(whenSent);
            if (breaksAtOnce) {
                reads(false);
            }
        }

        @Override
        public void ping(long payload) {}

        @Override
        public void close(int code, String reason) {}

        @Override
        public void abort() {}

        @Override
        public void reset() {}

        @Override
        public FramesBeneath frames() {
            return new FramesBeneath();
        }
    }
}
