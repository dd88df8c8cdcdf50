package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.admin.Snapshot.Windows;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Believable things that a gateway may say. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    /** A gateway that offers everything. */
    public static ServerInfo server() {
        return serverIn("development");
    }

    /** The same in another environment. */
    public static ServerInfo serverIn(String environment) {
        return server(environment, "operator");
    }

    private static ServerInfo server(String environment, String role) {
        return new ServerInfo(
                "1.0.0",
                1,
                "gw-1",
                environment,
                "fixed",
                role,
                NOON,
                NOON,
                List.of(
                        Capability.SNAPSHOT,
                        Capability.CONNECTIONS,
                        Capability.EVENTS,
                        Capability.STREAM,
                        Capability.MARKS,
                        Capability.FLOW,
                        Capability.HISTORY,
                        Capability.REFUSED_REQUESTS,
                        Capability.DEMO,
                        Capability.FRAMES,
                        Capability.LEAKS,
                        Capability.WHY,
                        Capability.PROBLEMS,
                        Capability.FAULTS));
    }

    /** A link over which figures come. */
    public static Link live() {
        return new Link(Link.State.LIVE, server(), NOON, null);
    }

    /** A link over which figures come, with a token that may only look. */
    public static Link liveForViewer() {
        return new Link(Link.State.LIVE, server("development", "viewer"), NOON, null);
    }

    /** A link to a gateway that offers nothing but figures. */
    public static Link liveWithoutCapabilities() {
        var all = server();
        var server =
                new ServerInfo(
                        all.version(),
                        all.api(),
                        all.name(),
                        all.env(),
                        "legacy",
                        all.role(),
                        all.startedAt(),
                        all.time(),
                        List.of(Capability.SNAPSHOT));
        return new Link(Link.State.LIVE, server, NOON, null);
    }

    /** A link that is lost since noon. */
    public static Link lost(String why) {
        return new Link(Link.State.LOST, server(), NOON, why);
    }

    /** Figures with so many connections open; everything went well so far. */
    public static Snapshot snapshot(Instant time, long active) {
        return snapshot(time, active, "fixed");
    }

    /** Figures of a gateway that runs this flow. */
    public static Snapshot running(String flow) {
        return snapshot(NOON, 1, flow);
    }

    private static Snapshot snapshot(Instant time, long active, String flow) {
        var good = Ratio.of(active, active);
        var windows = new Windows(good, good);
        return new Snapshot(
                time,
                60,
                flow,
                "development",
                true,
                List.of(new Snapshot.Component("database", "ready", null, 120L)),
                new Snapshot.Connections(active, Map.of("ready", active), active, active, 0, 0, 0),
                new Snapshot.Routing(active * 10, 0, 0, 0),
                new Snapshot.Success(windows, windows),
                new Windows(Ratio.of(0, active), Ratio.of(0, active)),
                new Snapshot.Handlers(active, 0),
                new Snapshot.Sessions(1, 0, active * 10, 0),
                0,
                new Snapshot.Memory(96L << 20, 512L << 20),
                new Snapshot.LatencyMs(4.2, 18.0, 1.1, 7.5),
                0,
                0);
    }

    /** An event of a connection; ids and times go up with the number. */
    public static Event event(int number, String type, Severity severity, @Nullable String conn) {
        return new Event(
                "evt_%016x".formatted(number),
                NOON.plusMillis(number),
                type,
                severity,
                conn,
                conn == null ? null : "alice",
                number == 0 ? null : "evt_%016x".formatted(number - 1),
                null,
                null,
                "Event number " + number + " happened.",
                Map.of("number", number));
    }

    /** An open connection. */
    public static ConnectionInfo connection(String id, boolean demo, Instant openedAt) {
        return new ConnectionInfo(
                id,
                "alice",
                "ready",
                demo,
                "127.0.0.1:50112",
                "demo/1.0",
                null,
                "header",
                openedAt,
                openedAt.plusMillis(4),
                null,
                openedAt.plusSeconds(1),
                openedAt.plusSeconds(1),
                12,
                13,
                1_480,
                2_912,
                0.6,
                0,
                1,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** A frame of the stream. */
    public static StreamFrame frame(long seq, @Nullable Snapshot snapshot, List<Event> events) {
        return new StreamFrame(seq, snapshot, events, null, 0);
    }
}
