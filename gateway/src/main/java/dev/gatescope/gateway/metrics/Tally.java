package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the figures are made of, for one part of the traffic. Counting takes no lock; reading
 * the latencies is for one thread.
 */
final class Tally {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int SIGNIFICANT_DIGITS = 2;

    private static final Histogram NOTHING = newHistogram();

    private final LongAdder attempts = new LongAdder();
    private final LongAdder ready = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder vanished = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder routed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder abandoned = new LongAdder();
    private final LongAdder unroutable = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder registrationFailures = new LongAdder();
    private final LongAdder sessionsOpened = new LongAdder();
    private final LongAdder sessionsClosed = new LongAdder();
    private final LongAdder sessionsLeaked = new LongAdder();
    private final LongAdder scopeErrors = new LongAdder();
    private final LongAdder handlersLeaked = new LongAdder();
    private final Recorder readyMicros = new Recorder(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private final Recorder processMicros = new Recorder(LONGEST_MICROS, SIGNIFICANT_DIGITS);

    void count(Occurrence occurrence) {
        switch (occurrence.fact()) {
            case ConnectionFact fact -> count(fact);
            case MessageFact fact -> count(fact);
            case HandlerFact fact -> count(fact);
            case SessionFact fact -> count(fact);
            case ComponentFact _, OperationFact _, FaultFact _ -> {}
        }
    }

    private void count(ConnectionFact fact) {
        switch (fact) {
            case ConnectionFact.Opened _ -> attempts.increment();
            case ConnectionFact.Ready is -> {
                ready.increment();
                record(readyMicros, is.afterNanos());
            }
            case ConnectionFact.Closed closed -> countEnd(closed);
            case ConnectionFact.Accepted _,
                    ConnectionFact.Authenticated _,
                    ConnectionFact.Waiting _,
                    ConnectionFact.Registered _,
                    ConnectionFact.Rejected _,
                    ConnectionFact.WrongState _,
                    ConnectionFact.NotConnected _ -> {}
        }
    }

    private void count(MessageFact fact) {
        switch (fact) {
            case MessageFact.Received _ -> messages.increment();
            case MessageFact.Routed is -> {
                routed.increment();
                record(processMicros, is.tookNanos());
            }
            case MessageFact.Refused _ -> refused.increment();
            case MessageFact.Abandoned _ -> abandoned.increment();
            case MessageFact.Failed _, MessageFact.Misdelivered _ -> unroutable.increment();
            case MessageFact.Queued _, MessageFact.Sent _ -> {}
        }
    }

    private void count(HandlerFact fact) {
        switch (fact) {
            case HandlerFact.RegistrationFailed _ -> registrationFailures.increment();
            case HandlerFact.Leaked _ -> handlersLeaked.increment();
            case HandlerFact.Removed removed -> {
                if (removed.leaked()) {
                    handlersLeaked.decrement();
                }
            }
            case HandlerFact.Added _ -> {}
        }
    }

    private void count(SessionFact fact) {
        switch (fact) {
            case SessionFact.Opened _ -> sessionsOpened.increment();
            case SessionFact.Closed _ -> sessionsClosed.increment();
            case SessionFact.Leaked _ -> sessionsLeaked.increment();
            case SessionFact.Returned _ -> sessionsLeaked.decrement();
            case SessionFact.ScopeFailed _ -> scopeErrors.increment();
            case SessionFact.Committed _, SessionFact.RolledBack _ -> {}
        }
    }

    private void countEnd(ConnectionFact.Closed fact) {
        switch (fact.outcome()) {
            case READY -> {}
            case REJECTED -> rejected.increment();
            case VANISHED -> vanished.increment();
            case FAILED -> failed.increment();
        }
    }

    /** One connection that was counted here as an attempt belongs to others after all. */
    void attemptIsOf(Tally others) {
        attempts.decrement();
        others.attempts.increment();
    }

    private static void record(Recorder recorder, long nanos) {
        recorder.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** All counts as they are now; never more ends than beginnings, as ends are read first. */
    Counts counts() {
        var closed = sessionsClosed.sum();
        var wereReady = ready.sum();
        var wereRejected = rejected.sum();
        var haveVanished = vanished.sum();
        var haveFailed = failed.sum();
        return new Counts(
                attempts.sum(),
                wereReady,
                wereRejected,
                haveVanished,
                haveFailed,
                routed.sum(),
                refused.sum(),
                abandoned.sum(),
                unroutable.sum(),
                messages.sum(),
                registrationFailures.sum(),
                sessionsOpened.sum(),
                closed,
                sessionsLeaked.sum(),
                scopeErrors.sum(),
                handlersLeaked.sum());
    }

    /** An empty histogram with room for all times that are counted here. */
    static Histogram newHistogram() {
        return new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    }

    /** The times to ready since the last call, in microseconds. */
    Histogram takeReadyMicros() {
        return unlessEmpty(readyMicros.getIntervalHistogram());
    }

    /** The times to process a message since the last call, in microseconds. */
    Histogram takeProcessMicros() {
        return unlessEmpty(processMicros.getIntervalHistogram());
    }

    /**
     * A histogram takes 25 KB, and a minute of seconds in which nothing happened would keep them.
     */
    private static Histogram unlessEmpty(Histogram interval) {
        return interval.getTotalCount() == 0 ? NOTHING : interval;
    }
}
