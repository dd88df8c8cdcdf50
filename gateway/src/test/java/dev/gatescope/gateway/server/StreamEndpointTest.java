package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.admin.LiveStreams;
import dev.gatescope.gateway.admin.StreamQuery;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** Subscribers of the live stream that do not keep to the protocol. */
class StreamEndpointTest {
    private static final StreamQuery QUERY =
            new StreamQuery(StreamQuery.Events.ALL, OptionalLong.empty(), false, FigureView.ALL);

    private final Clock clock = Clock.systemUTC();
    private final EventRing ring = new EventRing(1 << 8);
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ring));
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);

    @Test
    void oneThatDoesNotAnswerTheCloseFrameLosesItsPlace() {
        var streams =
                new LiveStreams(
                        new AdminAccess(List.of()),
                        _ -> {
                            throw new IllegalStateException("no figures today");
                        },
                        ring,
                        hub,
                        connections);
        try (var deadlines = new Deadlines()) {
            var mute = new RecordedSocket();
            new StreamEndpoint(streams, QUERY, deadlines).begin(mute);

            Eventually.until(
                    () -> "it is aborted: " + mute.heard, () -> mute.heard.contains("abort"));
            assertThat(mute.heard).containsExactly("close 1011 the stream failed", "abort");
            Eventually.until(() -> "its place is free", () -> streams.openCount() == 0);
        }
    }
}
