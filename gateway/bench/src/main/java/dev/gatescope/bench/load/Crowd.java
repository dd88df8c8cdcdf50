package dev.gatescope.bench.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections that are open at the same time and, while it is busy, each keep a fixed number of
 * questions in flight. An operation is a right answer. Load thread only.
 */
final class Crowd implements Script {
    /** Connects under way at once: fewer than a server's accept queue holds. */
    private static final int OPENING = 32;

    private final Selector selector;
    private final Histogram latency;
    private final Problems problems;
    private final int sources;
    private final List<Client> clients = new ArrayList<>();

    private int opened;
    private int ready;
    private int gone;
    private long answers;
    private boolean busy;

    /** Connections that come from this many source addresses, 127.0.0.1 and those after it. */
    Crowd(Selector selector, Histogram latency, Problems problems, int sources) {
        this.selector = selector;
        this.latency = latency;
        this.problems = problems;
        this.sources = sources;
    }

    /** Adds connections that will be opened by and by. */
    void add(int connections, int inFlight, Target target, Exchange exchange) {
        for (int i = 0; i < connections; i++) {
            clients.add(new Client(target, exchange, inFlight, this));
        }
    }

    boolean isOpen() {
        return ready + gone >= clients.size();
    }

    boolean isGone() {
        return gone >= clients.size();
    }

    boolean isAnswered() {
        return clients.stream().allMatch(client -> client.open() == 0);
    }

    /** Each connection sends this many questions; and again one for each answer, while busy. */
    void ask(int questions, boolean goOn) {
        busy = goOn;
        clients.stream()
                .filter(client -> !client.isGone())
                .forEach(client -> client.send(questions));
    }

    /** No further questions. */
    void rest() {
        busy = false;
    }

    void close() {
        clients.forEach(Client::close);
    }

    void abort() {
        clients.forEach(Client::abort);
    }

    @Override
    public void betweenEvents() {
        while (opened < clients.size() && opened - ready - gone < OPENING) {
            clients.get(opened).open(selector, source(opened));
            opened++;
        }
    }

    private @Nullable SocketAddress source(int index) {
        return sources == 1 ? null : new InetSocketAddress("127.0.0." + (1 + index % sources), 0);
    }

    @Override
    public long operations() {
        return answers;
    }

    @Override
    public void onReady(Client client) {
        ready++;
    }

    @Override
    public void onAnswer(Client client, long nanos) {
        latency.recordValue(nanos);
        answers++;
    }

    @Override
    public void onBatch(Client client, int count) {
        if (busy && !client.isGone()) {
            client.send(count);
        }
    }

    @Override
    public void onGone(Client client, @Nullable String problem) {
        gone++;
        if (problem != null) {
            problems.add(problem);
        }
    }
}
