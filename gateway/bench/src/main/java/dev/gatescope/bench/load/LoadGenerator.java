package dev.gatescope.bench.load;

import dev.gatescope.bench.proc.CpuReading;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Puts a load on one server and measures it. Everything happens on the calling thread, around one
 * selector; every step has an end in time, and what is not done by then counts as an error.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofMinutes(2);

    /** More than this is no measurement any more; the run ends early. */
    private static final long TOO_MANY_ERRORS = 1000;

    private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();

    private final Target target;
    private final Exchange exchange;
    private final Selector selector;
    private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
    private final Problems problems = new Problems();
    private long idleNanos;

    /** A load of these exchanges on this server; use it for one run. */
    public LoadGenerator(Target target, Exchange exchange) throws IOException {
        this.target = target;
        this.exchange = exchange;
        this.selector = Selector.open();
    }

    /** Connections that each keep {@code inFlight} questions open, without a pause. */
    public LoadResult messages(int connections, int inFlight, Window window) {
        var crowd = opened(connections, inFlight, 1);
        crowd.ask(inFlight, true);
        var measured = measure(crowd, window);
        crowd.rest();
        end(crowd);
        return result(measured);
    }

    /** Connections that live for one question each, so many at a time. */
    public LoadResult cycles(int parallel, Window window) {
        var cycles = new Cycles(selector, latency, problems);
        cycles.add(parallel, target, exchange);
        var measured = measure(cycles, window);
        cycles.rest();
        if (!turn(cycles, CLOSING, cycles::isGone)) {
            cycles.abort();
        }
        return result(measured);
    }

    /**
     * Connections from several source addresses that have each had one answer, held while a reading
     * is taken on a thread of its own; afterwards each has to give one more answer.
     */
    public <T> Held<T> held(int connections, int sources, Callable<T> reading)
            throws IOException, InterruptedException {
        var crowd = opened(connections, 1, sources);
        crowd.ask(1, false);
        answered(crowd);
        var task = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("reading").start(task);
        turn(crowd, READING, task::isDone);
        crowd.ask(1, false);
        end(crowd);
        try {
            return new Held<>(task.get(0, TimeUnit.SECONDS), problems.count(), problems.first());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Nothing could be read while the connections were held", e);
        }
    }

    private Crowd opened(int connections, int inFlight, int sources) {
        var crowd = new Crowd(selector, latency, problems, sources);
        crowd.add(connections, inFlight, target, exchange);
        if (!turn(crowd, PATIENCE, crowd::isOpen)) {
            problems.add("not all of " + connections + " connections opened in time");
        }
        return crowd;
    }

    private void answered(Crowd crowd) {
        if (!turn(crowd, PATIENCE, crowd::isAnswered)) {
            problems.add("not all questions answered in time");
        }
    }

    private void end(Crowd crowd) {
        answered(crowd);
        crowd.close();
        if (!turn(crowd, PATIENCE, crowd::isGone)) {
            crowd.abort();
        }
    }

    private record Measured(
            CpuReading before,
            CpuReading after,
            long idleNanos,
            long operations,
            long p50Nanos,
            long p99Nanos) {}

    private Measured measure(Script script, Window window) {
        turn(script, window.leadIn(), this::isHopeless);
        long operations = script.operations();
        long idle = idleNanos;
        latency.reset();
        var before = window.cpu().get();
        turn(script, window.length(), this::isHopeless);
        var after = window.cpu().get();
        return new Measured(
                before,
                after,
                idleNanos - idle,
                script.operations() - operations,
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99));
    }

    private LoadResult result(Measured measured) {
        return new LoadResult(
                measured.before(),
                measured.after(),
                measured.idleNanos(),
                measured.operations(),
                measured.p50Nanos(),
                measured.p99Nanos(),
                problems.count(),
                problems.first());
    }

    private boolean isHopeless() {
        return problems.count() > TOO_MANY_ERRORS;
    }

    /** Handles events until it is done, which it tells, or the time is over. */
    private boolean turn(Script script, Duration most, BooleanSupplier done) {
        long end = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            script.betweenEvents();
            poll();
        }
        return true;
    }

    /**
     * Never sleeps: to be woken would cost the server that answers, and the more the slower it is.
     */
    private void poll() {
        long began = System.nanoTime();
        try {
            if (selector.selectNow(LoadGenerator::proceed) == 0) {
                idleNanos += System.nanoTime() - began;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void proceed(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Client client) {
            client.proceed(key);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
