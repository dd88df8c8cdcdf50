package dev.gatescope.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.metrics.Figures;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Beats are made by hand, so that no test waits for one. */
class LiveStreamTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Clock clock = Clock.systemUTC();
    private final EventRing ring = new EventRing(1 << 8);
    private final Figures figures = new Figures(clock);
    private final LifecycleHub hub =
            new LifecycleHub(clock, new EventNumbers(), List.of(figures, ring));
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);
    private final Figures.Sources sources =
            new Figures.Sources(
                    connections, new StartupGate(hub), () -> "fixed", "development", () -> 0);
    private final Sink sink = new Sink();

    @Test
    void aQuietGatewaySendsOneFrameInFourBeats() throws Exception {
        var stream = stream(Map.of());

        stream.beat();
        for (var i = 0; i < 3 * LiveStream.BEATS_WITHOUT_NEWS; i++) {
            stream.beat();
        }

        assertThat(sink.frames).hasSize(1 + 3);
        assertThat(sink.frames)
                .extracting(frame -> frame.path("seq").intValue())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void figuresThatChangeWithoutAnEventAreSentOnEveryBeat() throws Exception {
        var stream = stream(Map.of("events", "none"));
        var connection = connections.open(new Origin("127.0.0.1:1", null, false));

        for (var i = 0; i < 5; i++) {
            hub.report(connection, new MessageFact.Routed("ping", false, 1));
            stream.beat();
        }

        assertThat(sink.frames).hasSize(5);
    }

    @Test
    void onlyErrorsComeWhereOnlyErrorsAreWanted() throws Exception {
        var stream = stream(Map.of("events", "errors"));

        happens(new OperationFact.MarkSet("ann", "deploy"));
        happens(new ConnectionFact.Rejected(ErrorCode.NOT_READY, "too many wait"));
        stream.beat();

        assertThat(eventTypes()).containsExactly("connection.rejected");
    }

    @Test
    void aWatchedConnectionShowsEachMessageAndTheOthersNothing() throws Exception {
        var watched = connections.open(new Origin("127.0.0.1:1", null, false));
        var other = connections.open(new Origin("127.0.0.1:2", null, false));
        var stream = stream(Map.of("connection", watched.id()));
        var thread = Thread.ofVirtual().start(stream);
        Eventually.until(() -> "the connection is traced", watched::traced);

        hub.report(watched, new MessageFact.Received("ping", 4));
        hub.report(other, new ConnectionFact.Ready(1));
        Eventually.until(() -> "the message is told", () -> !eventTypes().isEmpty());
        stream.end();
        thread.join();

        assertThat(eventTypes()).containsExactly("message.received");
        assertThat(watched.traced()).isFalse();
    }

    @Test
    void whoReadsTooSlowlyLosesEventsAndIsToldHowMany() throws Exception {
        var stream = stream(Map.of());

        for (var i = 0; i < 300; i++) {
            happens(new OperationFact.MarkSet("ann", "mark " + i));
        }
        stream.beat();

        assertThat(sink.frames.getFirst().path("dropped").intValue()).isEqualTo(300 - 256);
        assertThat(sink.frames.getFirst().path("events").size()).isEqualTo(256);
    }

    @Test
    void whoReadsNothingForTenSecondsIsGivenUp() throws Exception {
        var stream = stream(Map.of());
        sink.reads = false;

        for (var i = 0; i <= LiveStream.BEATS_UNTIL_GIVEN_UP && !sink.aborted; i++) {
            stream.beat();
        }

        assertThat(sink.aborted).isTrue();
    }

    @Test
    void whoReadsSlowlyButReadsIsKept() throws Exception {
        var stream = stream(Map.of());
        sink.reads = false;

        for (var i = 0; i < 3 * LiveStream.BEATS_UNTIL_GIVEN_UP; i++) {
            stream.beat();
            sink.pending = Math.max(1, sink.pending - 1);
        }

        assertThat(sink.aborted).isFalse();
    }

    private void happens(Fact fact) {
        hub.report(null, LifecycleHub.NONE, fact);
    }

    private List<String> eventTypes() {
        synchronized (sink.frames) {
            return sink.frames.stream()
                    .flatMap(frame ->
                            frame.path("events")
                                    .valueStream()
                                    .map(event -> event.path("type").stringValue()))
                    .toList();
        }
    }

    private LiveStream stream(Map<String, String> query) throws AdminProblem {
        return new LiveStream(
                StreamQuery.of(new AdminRequest("GET", "/api/v1/stream", query, null, "")),
                sink,
                view -> figures.snapshot(sources, view),
                ring,
                hub,
                connections);
    }

    /** A subscriber that reads at once, or not at all. */
    private static final class Sink implements StreamSink {
        final List<JsonNode> frames = new ArrayList<>();
        boolean reads = true;
        boolean aborted;
        long pending;

        @Override
        public long send(String frame) {
            synchronized (frames) {
                frames.add(JSON.readTree(frame));
            }
            pending += reads ? 0 : frame.length();
            return frame.length();
        }

        @Override
        public long pendingBytes() {
            return pending;
        }

        @Override
        public void close(int code, String reason) {
            aborted = true;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
