package dev.gatescope.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** The walk from an event to its roots, on records that no gateway would write too. */
class WalkTest {
    private final Map<Long, Event> record = new HashMap<>();

    @Test
    void followsReasonsPassesTriggersAndIgnoresSteps() {
        record(1, "flow.property");
        record(2, "fault.started");
        record(3, "fault.hit", 2);
        record(4, "connection.ready", 1);
        record(5, "message.received", 4, 3);
        record(6, "session.opened", 5);
        record(7, "message.failed", 6);

        assertThat(walked(7)).containsExactly("7@0", "3@1", "2@2 FAULT");
    }

    @Test
    void showsTwoRootsAsTwoAndASharedReasonOnce() {
        record(1, "flow.property");
        record(2, "connection.rejected");
        record(3, "connection.wrong_state", 2, 1);
        record(4, "connection.closed", 3, 1);

        assertThat(walked(4)).containsExactly("4@0", "3@1", "2@2 UNKNOWN", "1@2 FLOW");
    }

    @Test
    void endsWhereTheRecordDoesAndSaysSo() {
        record(2, "session.scope_failed", 1);
        record(3, "message.failed", 2);

        var chain = Walk.from(event(3), record::get);

        assertThat(walked(3)).containsExactly("3@0", "2@1 UNKNOWN");
        assertThat(chain.complete()).isFalse();
        assertThat(chain.roots()).isEmpty();
    }

    @Test
    void asksNobodyWhyAFaultWasInjectedOrAFlowLacksSomething() {
        record(1, "operator.acted");
        record(2, "flow.changed", 1);
        record(3, "flow.property", 2);
        record(4, "fault.started", 1);
        record(5, "handler.leaked", 3, 4);

        assertThat(walked(5)).containsExactly("5@0", "3@1 FLOW", "4@1 FAULT");
    }

    @Test
    void comesToAnEndOnARecordThatGoesRound() {
        record(1, "session.leaked", 3);
        record(2, "session.leaked", 1, 2);
        record(3, "message.failed", 2);

        assertThat(walked(3)).containsExactly("3@0", "2@1", "1@2 UNKNOWN");
    }

    @Test
    void comesToAnEndOnAVeryLongRecord() {
        record(1, "fault.started");
        LongStream.rangeClosed(2, 100_000)
                .forEach(number -> record(number, "fault.hit", number - 1));

        var chain = Walk.from(event(100_000), record::get);

        assertThat(chain.links()).hasSizeLessThanOrEqualTo(100);
        assertThat(chain.complete()).isFalse();
    }

    @Test
    void thatAComponentWasStartingIsNoReasonForItsFailure() {
        record(1, "component.starting");
        record(2, "component.failed", 1);
        record(3, "registration.failed", 1);

        assertThat(walked(2)).containsExactly("2@0 COMPONENT");
        assertThat(walked(3)).containsExactly("3@0", "1@1 COMPONENT");
    }

    @ParameterizedTest
    @CsvSource({
        "message.refused, WARNING, code, UNKNOWN_TYPE, CLIENT",
        "message.abandoned, INFO, type, chat, CLIENT",
        "connection.rejected, WARNING, code, TOKEN_EXPIRED, CLIENT",
        "connection.rejected, ERROR, code, NOT_READY, UNKNOWN",
        "connection.closed, INFO, initiator, client, CLIENT",
        "connection.closed, INFO, initiator, network, CLIENT",
        "connection.closed, INFO, initiator, operator, OPERATOR",
        "connection.closed, ERROR, initiator, gateway, UNKNOWN",
        "operator.acted, INFO, who, ann, OPERATOR",
        "component.failed, ERROR, component, database, COMPONENT",
        "gateway.stopping, INFO, x, y, GATEWAY",
        "message.failed, ERROR, code, HANDLER_FAILED, UNKNOWN",
        "handler.leaked, ERROR, x, y, UNKNOWN",
        "connection.ready, INFO, x, y, CLIENT",
    })
    void knowsWhatIsARootByItself(
            String type, Severity severity, String field, String value, Root root) {
        var event = event(1, type, severity, List.of(), Map.of(field, value));

        assertThat(Walk.from(event, record::get).links())
                .extracting(Chain.Link::root)
                .containsExactly(root);
    }

    private List<String> walked(long from) {
        return Walk.from(event(from), record::get).links().stream()
                .map(link ->
                        Ids.event(link.event().id()).orElseThrow()
                                + "@"
                                + link.depth()
                                + (link.root() == null ? "" : " " + link.root()))
                .toList();
    }

    private Event event(long number) {
        return Objects.requireNonNull(record.get(number));
    }

    private void record(long number, String type, long... causes) {
        record.put(
                number,
                event(
                        number,
                        type,
                        Severity.ERROR,
                        LongStream.of(causes).mapToObj(Ids::eventText).toList(),
                        Map.of()));
    }

    private static Event event(
            long number,
            String type,
            Severity severity,
            List<String> causes,
            Map<String, Object> data) {
        return new Event(
                Ids.eventText(number),
                Instant.EPOCH,
                type,
                severity,
                "conn_000000000001",
                "alice",
                causes.isEmpty() ? null : causes.getFirst(),
                causes.size() < 2 ? null : causes.subList(1, causes.size()),
                null,
                "It happened.",
                data);
    }
}
