package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.shared.protocol.ErrorCode;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Messages in and out, and what became of them. Its maps are never changed after construction. */
final class MessageMeters {
    /** Why a message failed that another connection's handler took. */
    static final String MISDELIVERED = "foreign_handler";

    private static final List<String> SENT_TYPES =
            List.of(
                    "connection_established",
                    "error",
                    "agent_response",
                    "agent_started",
                    "agent_thinking",
                    "tool_executing",
                    "tool_completed",
                    "agent_completed",
                    "thread_data",
                    "pong");

    private final Map<String, Counter> in = new HashMap<>();
    private final Map<String, Counter> out = new HashMap<>();
    private final Map<String, Timer> durations = new HashMap<>();
    private final LabelledCounter routing;
    private final Counter routed;
    private final Counter fallbackReplies;
    private final Counter otherIn;
    private final Counter otherOut;
    private final Timer otherDuration;

    MessageMeters(MeterRegistry registry, Set<String> types) {
        var messages =
                LabelledCounter.of(registry, "ws.messages", "Messages by type")
                        .labels("direction", "type");
        types.forEach(type -> in.put(type, messages.counter("in", type)));
        SENT_TYPES.forEach(type -> out.put(type, messages.counter("out", type)));
        types.forEach(type -> durations.put(type, duration(registry, type)));
        otherIn = messages.counter("in", MessageRouter.OTHER);
        otherOut = messages.counter("out", MessageRouter.OTHER);
        otherDuration = duration(registry, MessageRouter.OTHER);
        routing =
                LabelledCounter.of(registry, "ws.routing", "Messages by what became of them")
                        .labels("outcome", "reason");
        routed = routing.counter("routed", "ok");
        routing.prepare("abandoned", "client_left");
        for (var code : ErrorCode.values()) {
            routing.prepare(
                    code.blame() == ErrorCode.Blame.CLIENT ? "refused" : "failed",
                    GatewayMeters.reason(code));
        }
        routing.prepare("failed", MISDELIVERED);
        fallbackReplies =
                Counter.builder("ws.fallback.replies")
                        .description("Messages that a fallback handler answered")
                        .register(registry);
    }

    private static Timer duration(MeterRegistry registry, String type) {
        return Timer.builder("ws.message.process.duration")
                .description("From a message to its last answer")
                .tag("type", type)
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
    }

    void received(String type) {
        in.getOrDefault(type, otherIn).increment();
    }

    void sent(String type) {
        out.getOrDefault(type, otherOut).increment();
    }

    void routed(String type, boolean fallback, long tookNanos) {
        routed.increment();
        durations.getOrDefault(type, otherDuration).record(tookNanos, TimeUnit.NANOSECONDS);
        if (fallback) {
            fallbackReplies.increment();
        }
    }

    void ended(String outcome, String reason) {
        routing.increment(outcome, reason);
    }
}
