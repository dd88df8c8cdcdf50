package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.admin.StreamFrame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A stream that breaks in every way there is, and comes back by itself. */
@Timeout(60)
class StreamWatchTest {
    private static final Patience IMPATIENT =
            new Patience(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(30));

    private final MiniGateway gateway;
    private final Heard heard = new Heard();
    private RemoteGateway control;

    StreamWatchTest() throws IOException {
        gateway = new MiniGateway();
        control = new RemoteGateway(gateway.uri(), null, IMPATIENT);
    }

    @AfterEach
    void stop() throws IOException {
        control.close();
        gateway.close();
    }

    @Test
    void isLiveFromTheFirstFrameOn() throws Exception {
        live();

        assertThat(heard.server).isEqualTo("mini");
    }

    @Test
    void aBrokenConnectionIsALossAndComesBackByItself() throws Exception {
        live().reset();

        assertThat(heard.next()).startsWith("LOST");
        gateway.nextStream().sayFrame(1);
        assertThat(heard.next()).isEqualTo("LIVE");
        assertThat(heard.next()).isEqualTo("frame 1");
    }

    @Test
    void theTimeOfTheLastFigureOutlivesTheLoss() throws Exception {
        live().reset();

        assertThat(heard.next()).startsWith("LOST");
        assertThat(heard.lastFigureKnown).isTrue();
    }

    @Test
    void whatCannotBeReadEndsTheStream() throws Exception {
        live().say("{\"seq\":");

        assertThat(heard.next())
                .isEqualTo("LOST The gateway sent figures that this console cannot read.");
        gateway.nextStream().sayFrame(1);
        assertThat(heard.next()).isEqualTo("LIVE");
    }

    @Test
    void aMissingFrameEndsTheStreamSinceItsChangesAreGone() throws Exception {
        var stream = live();
        stream.sayFrame(2);
        assertThat(heard.next()).isEqualTo("frame 2");

        stream.sayFrame(4);

        assertThat(heard.next()).isEqualTo("LOST A part of the gateway's stream is missing.");
        gateway.nextStream().sayFrame(1);
        assertThat(heard.next()).isEqualTo("LIVE");
    }

    @Test
    void silenceIsALoss() throws Exception {
        control.close();
        control =
                new RemoteGateway(
                        gateway.uri(),
                        null,
                        new Patience(
                                Duration.ofMillis(5),
                                Duration.ofMillis(20),
                                Duration.ofSeconds(1)));
        live();

        assertThat(heard.next()).contains("has been silent");
    }

    @Test
    void leavingDemoTrafficOutIsANewStreamAndNoLoss() throws Exception {
        live();

        control.includeDemo(false);

        var stream = gateway.nextStream();
        assertThat(stream.request()).contains("demo=false");
        stream.sayFrame(1);
        assertThat(heard.next()).isEqualTo("LIVE");
    }

    @Test
    void leavingInjectedFailuresOutKeepsWhatElseIsLeftOut() throws Exception {
        live();
        control.includeDemo(false);
        gateway.nextStream();

        control.includeInjected(false);
        assertThat(gateway.nextStream().request()).contains("demo=false&injected=false");
        control.includeInjected(true);

        assertThat(gateway.nextStream().request())
                .contains("demo=false")
                .doesNotContain("injected");
    }

    @Test
    void aGatewayThatIsNotThereYetIsWaitedFor() throws Exception {
        gateway.close();

        control.observe(heard);

        assertThat(heard.next()).isEqualTo("CONNECTING");
        assertThat(heard.next()).startsWith("CONNECTING Nothing answers at " + gateway.uri());
    }

    private MiniGateway.Stream live() throws Exception {
        control.observe(heard);
        var stream = gateway.nextStream();
        assertThat(stream.request()).contains("/api/v1/stream?events=all&connections=changed ");
        stream.sayFrame(1);
        assertThat(heard.next()).isEqualTo("CONNECTING");
        assertThat(heard.next()).isEqualTo("LIVE");
        assertThat(heard.next()).isEqualTo("frame 1");
        return stream;
    }

    private static final class Heard implements GatewayControl.Observer {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private volatile String server = "";
        private volatile boolean lastFigureKnown;

        String next() throws InterruptedException {
            var line = lines.poll(20, TimeUnit.SECONDS);
            return line == null ? "nothing" : line;
        }

        @Override
        public void onLink(Link link) {
            server = link.server() == null ? "" : link.server().name();
            lastFigureKnown = link.lastFigure() != null;
            lines.add(link.state() + (link.why() == null ? "" : " " + link.why()));
        }

        @Override
        public void onFrame(StreamFrame frame) {
            lines.add("frame " + frame.seq());
        }
    }
}
