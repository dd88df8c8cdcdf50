package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;

class EventLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("gatescope");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Clock clock = Clock.systemUTC();
    private final EventRing ring = new EventRing(1 << 10);
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ring));
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(Level.OFF);
        logger.setAdditive(true);
    }

    @Test
    void aFailedMessageHasTheLinesOfTheIncidentReport() {
        var connection = aliceConnected();

        log(connection, new MessageFact.Failed("chat", ErrorCode.NO_HANDLER, 1, null));

        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly(
                        "ERROR Message routing failed for " + connection.id() + ", error_count: 1",
                        "ERROR Message routing failed for user alice");
    }

    @Test
    void aBrokenSessionScopeHasTheLineOfTheIncidentReport() {
        log(
                aliceConnected(),
                new SessionFact.ScopeFailed(1, "acquire", new IllegalStateException("no scope")));

        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly("ERROR Error handling agent message from alice: no scope");
        assertThat(lines.list.getFirst().getThrowableProxy()).isNull();
    }

    @Test
    void aComponentThatIsMadeOnDemandHasTheLineOfTheIncidentReport() {
        try (var log = new EventLog(ring, hub)) {
            log.start();
            hub.report(
                    null, LifecycleHub.NONE, new ComponentFact.CreatedOnDemand("thread_service"));
        }

        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly(
                        "WARN thread_service missing but supervisor available - creating"
                                + " thread_service");
    }

    @Test
    void connectionsThatComeAndGoDoNotFillTheLog() {
        log(aliceConnected(), new ConnectionFact.Ready(1));

        assertThat(lines.list).isEmpty();
    }

    private Connection aliceConnected() {
        var connection = connections.open(new Origin("127.0.0.1:1", null, false));
        connection.authenticatedAs("alice", "header");
        return connection;
    }

    private void log(Connection connection, Fact fact) {
        try (var log = new EventLog(ring, hub)) {
            log.start();
            hub.report(connection, fact);
        }
    }
}
