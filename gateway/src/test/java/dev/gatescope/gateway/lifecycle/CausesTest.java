package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What rests on what: the chain from an event to its roots must be true, and whole. */
class CausesTest {
    private final Throwable trouble = new IllegalStateException("on purpose");

    private final Clock clock = Clock.systemUTC();
    private final EventRing ring = new EventRing(1 << 6);
    private final EventRing.Reader reader = ring.reader();
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ring));
    private final Connection connection =
            new Connections(Sequence.ofConnections(clock), clock, false)
                    .open(new Origin("127.0.0.1:1", null, false));

    @Test
    void whatBecomesOfAMessageIsNoCauseOfTheConnectionsNextStep() {
        var ready = hub.report(connection, new ConnectionFact.Ready(1));
        var received = hub.report(connection, new MessageFact.Received("chat", 2));
        var opened = hub.report(connection, received, new SessionFact.Opened(1));
        hub.report(connection, opened, new SessionFact.RolledBack(1, trouble));

        hub.report(connection, new HandlerFact.Removed(false));

        assertThat(published().getLast().cause()).isEqualTo(ready);
    }

    @Test
    void aBrokenSessionIsPublishedWithAllThatItRestsOn() {
        var received = hub.report(connection, new MessageFact.Received("chat", 2));
        var opened = hub.report(connection, received, new SessionFact.Opened(1));

        var failed = hub.report(connection, opened, new SessionFact.ScopeFailed(1, "x", trouble));

        assertThat(published())
                .extracting(Occurrence::id)
                .containsExactly(received, opened, failed);
    }

    @Test
    void whatAFaultHitCarriesItsReceipt() {
        var hit = hub.report(connection, new FaultFact.Hit(7, "message-corrupted", "", true));
        var received = hub.report(connection, 0, List.of(hit), new MessageFact.Received("chat", 2));
        hub.report(connection, received, refusal());

        assertThat(published()).extracting(Occurrence::id).startsWith(hit, received);
        assertThat(connection.timeline()).extracting(Occurrence::faults).containsOnly(List.of(7L));
    }

    @Test
    void whatComesAfterAStepThatAFaultOnlyDelayedIsNotItsDoing() {
        var hit = hub.report(connection, new FaultFact.Hit(7, "auth-slow", "", false));
        hub.report(connection, hit, new ConnectionFact.Authenticated("alice", "header", 1));
        var received = hub.report(connection, new MessageFact.Received("chat", 2));
        hub.report(connection, received, refusal());

        assertThat(connection.timeline())
                .extracting(Occurrence::faults)
                .containsExactly(List.of(7L), List.of(7L), List.of(), List.of());
    }

    private static MessageFact.Refused refusal() {
        return new MessageFact.Refused("chat", ErrorCode.INVALID_JSON, "It is no JSON.");
    }

    private List<Occurrence> published() {
        var all = new ArrayList<Occurrence>();
        reader.drain(Integer.MAX_VALUE, all::add);
        return all;
    }
}
