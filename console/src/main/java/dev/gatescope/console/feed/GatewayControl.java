package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.RefusedRequest;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the console asks of a gateway, embedded or remote alike. No method waits; answers come on
 * the implementation's own threads. A call that fails completes with {@link GatewayCallFailed},
 * whose message is a sentence for people.
 */
public interface GatewayControl extends AutoCloseable {
    /**
     * Begins to watch; calls back from its own threads until closed, and connects again by itself
     * whenever the gateway is lost. To be called once.
     */
    void observe(Observer observer);

    /** Whether the gateway's own demo traffic counts in figures, connections and events. */
    void includeDemo(boolean included);

    /** Whether failures that were injected count in figures, connections and events. */
    void includeInjected(boolean included);

    /** One connection with its timeline and, in development, its frames. */
    CompletableFuture<ConnectionInfo> connection(String id);

    /** The journal, newest first; filters that are null do not filter. */
    CompletableFuture<Page<Event>> events(EventQuery query);

    /** Requests that never became a WebSocket, newest first. */
    CompletableFuture<List<RefusedRequest>> refusedRequests();

    /** The figures of the last while, one point a second, oldest first. */
    CompletableFuture<List<HistoryPoint>> history(Duration last);

    /** Closes a connection; the reason reaches the client and the journal. */
    CompletableFuture<@Nullable Void> close(String connection, int code, String reason);

    /** Whether the gateway's demo traffic runs. */
    CompletableFuture<Boolean> demoRuns();

    /** Switches the gateway's demo traffic on or off. */
    CompletableFuture<@Nullable Void> runDemo(boolean running);

    /** Sets a labelled line on every chart. */
    CompletableFuture<@Nullable Void> mark(String label);

    /**
     * Lets the gateway run another flow; its connections are closed with 1012.
     *
     * @param name {@code fixed}, {@code legacy} or {@code legacy+FIX…}
     */
    CompletableFuture<@Nullable Void> changeFlow(String name);

    /** What it knows about its errors and leaks. */
    Diagnosis diagnosis();

    /** What can be broken on purpose, and is. */
    FaultControl faults();

    @Override
    void close();

    /** Receives what a gateway sends; on the control's threads, must not block. */
    interface Observer {
        /** The link to the gateway changed. */
        void onLink(Link link);

        /** A frame of the live stream. */
        void onFrame(StreamFrame frame);
    }

    /**
     * What events to look for.
     *
     * @param type an event type, or its beginning up to a dot
     * @param cursor where the page before ended
     */
    record EventQuery(
            @Nullable String type,
            @Nullable String connection,
            @Nullable String user,
            @Nullable String severity,
            int limit,
            @Nullable String cursor) {}
}
