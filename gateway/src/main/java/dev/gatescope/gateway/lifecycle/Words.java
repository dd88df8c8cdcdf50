package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/** Facts and connections as readers outside the gateway see them. */
public final class Words {
    private Words() {}

    /** An event's body. */
    public static Event event(Occurrence occurrence) {
        var fact = occurrence.fact();
        var connection = occurrence.connection();
        return new Event(
                Ids.eventText(occurrence.id()),
                Instant.ofEpochMilli(occurrence.epochMillis()),
                fact.type(),
                fact.severity(),
                connection == null ? null : connection.id(),
                occurrence.user(),
                occurrence.cause() == LifecycleHub.NONE ? null : Ids.eventText(occurrence.cause()),
                texts(occurrence.also(), Ids::eventText),
                texts(occurrence.faults(), Ids::faultText),
                fact.sentence(),
                fact.data());
    }

    /** Numbers as ids; none where there are none. */
    public static @Nullable List<String> texts(List<Long> numbers, LongFunction<String> asText) {
        return numbers.isEmpty() ? null : numbers.stream().map(asText::apply).toList();
    }

    /** A connection's body as it stands in lists. */
    public static ConnectionInfo connection(Connection connection) {
        return connection(connection, null, null);
    }

    /** A connection's body with its timeline and, where they are kept, its frames. */
    public static ConnectionInfo connectionInDetail(Connection connection) {
        return connection(
                connection,
                connection.timeline().stream().map(Words::event).toList(),
                connection.keepsFrames()
                        ? connection.frames().stream().map(Words::frame).toList()
                        : null);
    }

    private static ConnectionInfo connection(
            Connection connection,
            @Nullable List<Event> timeline,
            @Nullable List<ConnectionInfo.Frame> frames) {
        var origin = connection.origin();
        var outcome = connection.outcome();
        var rtt = connection.rttNanos();
        return new ConnectionInfo(
                connection.id(),
                connection.user(),
                connection.state().word(),
                origin.demo(),
                origin.remoteAddress(),
                origin.client(),
                connection.subprotocol(),
                connection.auth(),
                Instant.ofEpochMilli(connection.openedAtMillis()),
                instantOrNull(connection.readyAtMillis()),
                instantOrNull(connection.closedAtMillis()),
                instantOrNull(connection.lastInMillis()),
                instantOrNull(connection.lastOutMillis()),
                connection.messagesIn(),
                connection.messagesOut(),
                connection.bytesIn(),
                connection.bytesOut(),
                rtt < 0 ? null : Fact.millis(rtt),
                connection.pendingBytes(),
                connection.handlers(),
                connection.errorCount(),
                connection.lastError(),
                outcome == null ? null : outcome.word(),
                close(connection.ending()),
                timeline,
                frames);
    }

    private static ConnectionInfo.@Nullable Close close(@Nullable Ending ending) {
        return ending == null
                ? null
                : new ConnectionInfo.Close(
                        ending.code(),
                        ending.initiator().word(),
                        ending.reason(),
                        CloseCode.meaningOf(ending.code()));
    }

    private static ConnectionInfo.Frame frame(Frame frame) {
        return new ConnectionInfo.Frame(
                Instant.ofEpochMilli(frame.epochMillis()),
                frame.inbound() ? "in" : "out",
                Redaction.of(frame.text()),
                frame.bytes());
    }

    private static @Nullable Instant instantOrNull(long epochMillis) {
        return epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis);
    }
}
