package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One connection, live or closed, as the admin API shows it.
 *
 * @param demo whether it belongs to the gateway's own demo traffic
 * @param client the client's User-Agent
 * @param auth where its token came from; one of {@link #AUTH_SOURCES}
 * @param rttMs the last heartbeat's round trip
 * @param pendingBytes bytes handed to the connection that its client has not taken yet
 * @param handlers handlers registered for it now
 * @param errorCount messages in a row that failed
 * @param timeline its events, oldest first; only in the answer about one connection
 * @param frames its last frames, secrets redacted; only there, and only in development
 */
public record ConnectionInfo(
        String id,
        @Nullable String user,
        String state,
        boolean demo,
        String remoteAddress,
        @Nullable String client,
        @Nullable String subprotocol,
        String auth,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant closedAt,
        @Nullable Instant lastInAt,
        @Nullable Instant lastOutAt,
        long messagesIn,
        long messagesOut,
        long bytesIn,
        long bytesOut,
        @Nullable Double rttMs,
        long pendingBytes,
        int handlers,
        int errorCount,
        @Nullable String lastError,
        @Nullable String outcome,
        @Nullable Close close,
        @Nullable List<Event> timeline,
        @Nullable List<Frame> frames) {
    /** Where a token may have come from; the third is the first text of the connection. */
    public static final List<String> AUTH_SOURCES =
            List.of("header", "subprotocol", "frame", "none");

    /** The same connection with these events. */
    public ConnectionInfo withTimeline(List<Event> events) {
        return new ConnectionInfo(
                id,
                user,
                state,
                demo,
                remoteAddress,
                client,
                subprotocol,
                auth,
                openedAt,
                readyAt,
                closedAt,
                lastInAt,
                lastOutAt,
                messagesIn,
                messagesOut,
                bytesIn,
                bytesOut,
                rttMs,
                pendingBytes,
                handlers,
                errorCount,
                lastError,
                outcome,
                close,
                events,
                frames);
    }

    /**
     * How a connection ended.
     *
     * @param initiator {@code client}, {@code gateway}, {@code operator}, {@code timeout} or {@code
     *     network}
     * @param meaning what the code means, for people
     */
    public record Close(int code, String initiator, String reason, String meaning) {}

    /**
     * One frame.
     *
     * @param direction {@code in} or {@code out}
     * @param bytes the frame's size; the text may be shorter
     */
    public record Frame(Instant time, String direction, String text, long bytes) {}
}
