package dev.gatescope.shared.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The figures of a gateway at one instant. Counters run since the gateway's start and never go
 * back.
 *
 * @param uptimeS seconds since the gateway's start
 * @param errorRate failed connections and messages per 1,000 attempts
 * @param registrationFailures connections whose handler could not be registered
 * @param faultsActive faults that act now
 * @param eventsDropped events that a reader of the gateway was too slow to take
 */
public record Snapshot(
        Instant time,
        double uptimeS,
        String flow,
        String env,
        boolean ready,
        List<Component> components,
        Connections connections,
        Routing routing,
        Success success,
        Windows errorRate,
        Handlers handlers,
        Sessions sessions,
        long registrationFailures,
        Memory memory,
        LatencyMs latencyMs,
        int faultsActive,
        long eventsDropped) {

    /**
     * A part that the gateway needs before it is ready.
     *
     * @param state {@code waiting}, {@code starting}, {@code ready} or {@code failed}
     * @param detail why it is in that state, where there is something to say
     * @param readyAfterMs how long its start took, once it is ready
     */
    public record Component(
            String name, String state, @Nullable String detail, @Nullable Long readyAfterMs) {}

    /**
     * Connections, those still open and those that ended.
     *
     * @param byState open connections in each state
     * @param ready connections that were ready once
     */
    public record Connections(
            long active,
            Map<String, Long> byState,
            long attempts,
            long ready,
            long rejected,
            long vanished,
            long failed) {}

    /** Messages by outcome. */
    public record Routing(long routed, long refused, long abandoned, long failed) {}

    /** The two ratios that say whether the gateway does its work. */
    public record Success(Windows connection, Windows routing) {}

    /** One figure over the last minute and since start. */
    public record Windows(
            @JsonProperty("last_60s") Ratio last60s,
            @JsonProperty("since_start") Ratio sinceStart) {}

    /**
     * A ratio with the number of attempts behind it.
     *
     * @param ratio none where there were no attempts: that is neither 0 nor 100 %
     */
    public record Ratio(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double ratio, long n) {
        /** The ratio of a part to the whole. */
        public static Ratio of(long part, long whole) {
            return new Ratio(whole == 0 ? null : (double) part / whole, whole);
        }
    }

    /** Handlers registered now, and those still held although their connection is over. */
    public record Handlers(long registered, long leaked) {}

    /**
     * Database sessions.
     *
     * @param opened all since start
     * @param scopeErrors sessions whose scope broke: the async-context errors of the incident
     */
    public record Sessions(long open, long leaked, long opened, long scopeErrors) {}

    /** The gateway's heap. */
    public record Memory(long usedBytes, long maxBytes) {}

    /**
     * Latencies of the last minute in milliseconds; none where nothing was measured.
     *
     * @param readyP50 from the request to the welcome
     * @param processP50 from a message to its last answer
     */
    public record LatencyMs(
            @Nullable Double readyP50,
            @Nullable Double readyP99,
            @Nullable Double processP50,
            @Nullable Double processP99) {}
}
