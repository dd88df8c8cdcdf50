package dev.gatescope.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * The threads of experiments and of the gateways that those start. What broken flows log there
 * would drown the log of the gateway that is watched; the view shows it.
 */
final class ExperimentThreads implements AutoCloseable {
    private final ThreadGroup group = new ThreadGroup("experiments");
    private final TurboFilter silence = new Silence(group);

    /** From now on they log nothing. */
    ExperimentThreads() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.addTurboFilter(silence);
        }
    }

    /** A thread that has not been started; those that it starts belong to the same group. */
    Thread unstarted(Runnable experiment) {
        return Thread.ofPlatform().group(group).name("experiment").daemon().unstarted(experiment);
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getTurboFilterList().remove(silence);
        }
    }

    private static final class Silence extends TurboFilter {
        private final ThreadGroup group;

        Silence(ThreadGroup group) {
            this.group = group;
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            return group.equals(Thread.currentThread().getThreadGroup())
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
