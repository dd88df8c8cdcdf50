package dev.gatescope.gateway.lifecycle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.List;

/**
 * Writes the log lines of what happens, on a thread of its own, so that no gateway thread waits for
 * whoever reads the log. The sentences of failed messages and broken sessions are those of the
 * incident report.
 */
public final class EventLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger("gatescope");

    private final RingReader reader;

    /** A log of what this ring publishes from now on; it writes once it is started. */
    public EventLog(EventRing ring, LifecycleHub hub) {
        reader = new RingReader("log", ring, hub, EventLog::write);
    }

    /** Begins to write. */
    public void start() {
        reader.start();
    }

    private static boolean write(List<Occurrence> batch) {
        batch.forEach(EventLog::write);
        return true;
    }

    private static void write(Occurrence event) {
        var user = event.user() == null ? "unknown" : event.user();
        switch (event.fact()) {
            case MessageFact.Failed failed -> {
                log.error(
                        "Message routing failed for {}, error_count: {}",
                        about(event),
                        failed.errorCount());
                log.error("Message routing failed for user {}", user);
                if (failed.because() != null) {
                    log.debug("{}", failed.sentence(), failed.because());
                }
            }
            case MessageFact.Misdelivered failed -> {
                log.error(
                        "Message routing failed for {}, error_count: {}",
                        about(event),
                        failed.errorCount());
                log.error("Message routing failed for user {}", user);
            }
            case ConnectionFact.NotConnected failed -> {
                log.error(
                        "WebSocket connection state error for {}: {}",
                        about(event),
                        failed.complaint());
                log.error("This indicates a race condition between accept() and message handling");
            }
            case SessionFact.ScopeFailed failed -> {
                log.error(
                        "Error handling agent message from {}: {}",
                        user,
                        Fact.words(failed.because()));
                var cause = failed.because().getCause();
                if (cause != null) {
                    log.error("That is, on this platform: {}", cause.toString());
                }
                log.debug("{}", failed.sentence(), failed.because());
            }
            case ComponentFact.CreatedOnDemand created ->
                    log.warn(
                            "{} missing but supervisor available - creating {}",
                            created.name(),
                            created.name());
            default -> writePlainly(event);
        }
    }

    private static void writePlainly(Occurrence event) {
        var level = levelOf(event.fact());
        if (log.isEnabledForLevel(level)) {
            log.atLevel(level).log("{} {}", about(event), event.fact().sentence());
        }
    }

    private static String about(Occurrence event) {
        var connection = event.connection();
        return connection == null ? "gateway" : connection.id();
    }

    /** What happens with every connection, or is a client's own fault, is no news for a log. */
    private static Level levelOf(Fact fact) {
        return switch (fact.severity()) {
            case ERROR -> Level.ERROR;
            case WARNING ->
                    fact instanceof MessageFact || fact instanceof ConnectionFact
                            ? Level.INFO
                            : Level.WARN;
            case INFO ->
                    fact instanceof ConnectionFact
                                    || fact instanceof HandlerFact
                                    || fact instanceof SessionFact
                            ? Level.DEBUG
                            : Level.INFO;
            case DEBUG -> Level.TRACE;
        };
    }

    @Override
    public void close() {
        reader.close();
    }
}
