package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Strikes each connection that a fault takes, once: when it is ready, so many of its messages have
 * been handled since the fault began, and so much time has passed.
 */
final class Strike {
    /** What it does to a connection. */
    @FunctionalInterface
    interface Blow {
        /**
         * Strikes.
         *
         * @param hit the event that tells of it
         */
        void at(Line line, long hit);
    }

    private static final String AFTER_MESSAGES = "after_messages";
    private static final String AFTER_MS = "after_ms";
    private static final String WELCOME = "connection_established";

    private final ActiveFault fault;
    private final long afterMessages;
    private final Duration afterTime;
    private final String what;
    private final Blow blow;
    private final Map<Long, AtomicLong> messages = new ConcurrentHashMap<>();
    private final Set<Long> struck = ConcurrentHashMap.newKeySet();

    private Strike(
            ActiveFault fault, long afterMessages, Duration afterTime, String what, Blow blow) {
        this.fault = fault;
        this.afterMessages = afterMessages;
        this.afterTime = afterTime;
        this.what = what;
        this.blow = blow;
    }

    /** The parameters that say when. */
    static List<Parameter> parameters() {
        return List.of(
                Parameter.count(AFTER_MESSAGES, 0, 0, 10_000, "messages that are handled before"),
                Parameter.millis(AFTER_MS, 0, 0, 600_000, "to wait before"));
    }

    /**
     * Strikes those that are there, and lets the others be struck when their time comes.
     *
     * @param arguments with those of {@link #parameters}
     * @param what comes of it, for people
     */
    static List<Hook> hooks(
            ActiveFault fault,
            Arguments arguments,
            Surroundings surroundings,
            String what,
            Blow blow) {
        var strike =
                new Strike(
                        fault,
                        arguments.whole(AFTER_MESSAGES),
                        arguments.millis(AFTER_MS),
                        what,
                        blow);
        surroundings.lines().get().forEach(strike::present);
        Hook.OnWire hook = (real, _) -> strike.new Watched(real);
        return List.of(hook);
    }

    /** A connection that is there when the fault begins. */
    private void present(Line line) {
        if (line.connection().outcome() != null && afterMessages == 0) {
            at(line);
        }
    }

    /** Its moment has come, if it is not to wait some more. */
    private void at(@Nullable Line line) {
        if (line == null
                || !fault.takes(line.connection())
                || !struck.add(line.connection().number())) {
            return;
        }
        if (afterTime.isZero()) {
            hit(line);
        } else {
            fault.after(afterTime, () -> later(line));
        }
    }

    private void later(Line line) {
        if (line.isOpen()) {
            hit(line);
        }
    }

    private void hit(Line line) {
        var connection = line.connection();
        blow.at(line, fault.hit(connection, connection.lastStep(), what));
    }

    private final class Watched implements Wire {
        private final Wire real;

        Watched(Wire real) {
            this.real = real;
        }

        /** Its welcome may have gone before the fault began, and its outcome been decided after. */
        @Override
        public void ready() {
            real.ready();
            if (afterMessages == 0 && connection().outcome() != null) {
                at(real.line());
            }
        }

        @Override
        public void arrive(String frame, int bytes, long because) {
            real.arrive(frame, bytes, because);
            if (fault.takes(connection()) && handled() >= afterMessages) {
                at(real.line());
            }
        }

        private long handled() {
            return messages.computeIfAbsent(connection().number(), _ -> new AtomicLong())
                    .incrementAndGet();
        }

        @Override
        public int send(String frame) throws PeerGone {
            var bytes = real.send(frame);
            if (afterMessages == 0
                    && (connection().outcome() != null || FrameType.of(frame).equals(WELCOME))) {
                at(real.line());
            }
            return bytes;
        }

        // What it does as any wire does.

        @Override
        public Connection connection() {
            return real.connection();
        }

        @Override
        public void close(Ending ending) {
            real.close(ending);
        }

        @Override
        public @Nullable Line line() {
            return real.line();
        }

        @Override
        public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
                throws PeerGone, InterruptedException {
            return real.await(event, atMost);
        }
    }
}
