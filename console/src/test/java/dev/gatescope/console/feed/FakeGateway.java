package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.RefusedRequest;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway that does what a test says: it answers calls at once from its public lists, notes what
 * it was asked to do, and says what {@link #say} is given.
 */
public final class FakeGateway implements GatewayControl {
    /** What it was asked to do, one plain line each, such as {@code close conn_1 1000 bye}. */
    public final List<String> asked = new ArrayList<>();

    /** The journal, newest first. */
    public final List<Event> journal = new ArrayList<>();

    public final List<ConnectionInfo> connections = new ArrayList<>();
    public final List<RefusedRequest> refusedRequests = new ArrayList<>();
    public final List<HistoryPoint> history = new ArrayList<>();

    /** What it knows about its errors and leaks. */
    public final FakeDiagnosis diagnosis = new FakeDiagnosis(asked);

    /** Its fault lab. */
    public final FakeFaults faults = new FakeFaults(asked);

    /** Whether its demo traffic runs. */
    public boolean demoRuns;

    private @Nullable Observer observer;
    private @Nullable String failure;

    /** Lets every later call fail with this sentence, or succeed again with null. */
    public void fail(@Nullable String sentence) {
        failure = sentence;
        faults.fail(sentence);
    }

    /** Tells the observer about the link. */
    public void say(Link link) {
        if (observer != null) {
            observer.onLink(link);
        }
    }

    /** Sends the observer a frame. */
    public void say(StreamFrame frame) {
        if (observer != null) {
            observer.onFrame(frame);
        }
    }

    @Override
    public void observe(Observer newObserver) {
        observer = newObserver;
    }

    @Override
    public void includeDemo(boolean included) {
        asked.add("include demo " + included);
    }

    @Override
    public void includeInjected(boolean included) {
        asked.add("include injected " + included);
    }

    @Override
    public FaultControl faults() {
        return faults;
    }

    @Override
    public CompletableFuture<ConnectionInfo> connection(String id) {
        return connections.stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .map(this::answer)
                .orElseGet(() -> failed("There is no connection " + id + "."));
    }

    @Override
    public CompletableFuture<Page<Event>> events(EventQuery query) {
        asked.add("events " + query.limit());
        return answer(new Page<>(List.copyOf(journal), null));
    }

    @Override
    public CompletableFuture<List<RefusedRequest>> refusedRequests() {
        return answer(List.copyOf(refusedRequests));
    }

    @Override
    public CompletableFuture<List<HistoryPoint>> history(Duration last) {
        return answer(List.copyOf(history));
    }

    @Override
    public CompletableFuture<@Nullable Void> close(String connection, int code, String reason) {
        return done("close " + connection + " " + code + " " + reason);
    }

    @Override
    public CompletableFuture<Boolean> demoRuns() {
        return answer(demoRuns);
    }

    @Override
    public CompletableFuture<@Nullable Void> runDemo(boolean running) {
        demoRuns = running;
        return done("run demo " + running);
    }

    @Override
    public CompletableFuture<@Nullable Void> mark(String label) {
        return done("mark " + label);
    }

    @Override
    public CompletableFuture<@Nullable Void> changeFlow(String name) {
        return done("flow " + name);
    }

    @Override
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    @Override
    public void close() {
        observer = null;
    }

    private CompletableFuture<@Nullable Void> done(String what) {
        asked.add(what);
        return failure == null ? CompletableFuture.completedFuture(null) : failed(failure);
    }

    private <T> CompletableFuture<T> answer(T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : failed(failure);
    }

    private static <T> CompletableFuture<T> failed(String sentence) {
        return CompletableFuture.failedFuture(new GatewayCallFailed(sentence));
    }
}
