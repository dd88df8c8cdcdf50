package dev.gatescope.bench.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Connections that each live for one question: connect, upgrade, welcome where the server greets,
 * question, answer, close handshake, end of TCP, and again. An operation is a whole life without a
 * problem; its latency is the time from the connect to the answer. Load thread only.
 */
final class Cycles implements Script {
    private final Selector selector;
    private final Histogram latency;
    private final Problems problems;
    private final Deque<Client> waiting = new ArrayDeque<>();
    private final Deque<Client> all = new ArrayDeque<>();

    private long done;
    private boolean resting;

    Cycles(Selector selector, Histogram latency, Problems problems) {
        this.selector = selector;
        this.latency = latency;
        this.problems = problems;
    }

    /** Adds this many lives at a time. */
    void add(int parallel, Target target, Exchange exchange) {
        for (int i = 0; i < parallel; i++) {
            var client = new Client(target, exchange, 1, this);
            all.add(client);
            waiting.add(client);
        }
    }

    /** No further lives; those that have begun end. */
    void rest() {
        resting = true;
    }

    boolean isGone() {
        return waiting.size() == all.size();
    }

    void abort() {
        all.forEach(Client::abort);
    }

    @Override
    public void betweenEvents() {
        // Once round at most: a server that refuses at once must not keep us here.
        for (int i = waiting.size(); i > 0 && !resting; i--) {
            waiting.remove().open(selector, null);
        }
    }

    @Override
    public long operations() {
        return done;
    }

    @Override
    public void onReady(Client client) {
        client.send(1);
    }

    @Override
    public void onAnswer(Client client, long nanos) {
        latency.recordValue(System.nanoTime() - client.openedAt());
    }

    @Override
    public void onBatch(Client client, int answers) {
        client.close();
    }

    @Override
    public void onGone(Client client, @Nullable String problem) {
        waiting.add(client);
        if (problem == null) {
            done++;
        } else {
            problems.add(problem);
        }
    }
}
