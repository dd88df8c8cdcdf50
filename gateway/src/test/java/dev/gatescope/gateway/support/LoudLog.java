package dev.gatescope.gateway.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what anybody logs as a warning or an error while it is open, events included. */
public final class LoudLog implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger events = (Logger) LoggerFactory.getLogger("gatescope");
    private final @Nullable Level eventsBefore = events.getLevel();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                        heard.add(event.getLevel() + " " + event.getFormattedMessage());
                    }
                }
            };

    private LoudLog() {
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
        events.setLevel(Level.WARN);
    }

    /** Listens from now on. */
    public static LoudLog listen() {
        return new LoudLog();
    }

    /** What has been logged so far. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        events.setLevel(eventsBefore);
        root.detachAppender(ear);
        ear.stop();
    }
}
