package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

/**
 * The events that say what a flow lacks, each under the fix that would mend it; {@link
 * LifecycleHub#NONE} where it lacks nothing. The parts of the flow name them as causes of the
 * errors that they make.
 */
public record FlowProperties(long acceptOrder, long dependencies, long handlers, long sessions) {
    /** A flow that lacks nothing. */
    public static final FlowProperties NONE =
            new FlowProperties(
                    LifecycleHub.NONE, LifecycleHub.NONE, LifecycleHub.NONE, LifecycleHub.NONE);

    /**
     * Says what a flow lacks that begins to run.
     *
     * @param cause the event that made it run
     */
    public static FlowProperties report(
            LifecycleHub hub, FlowName flow, LegacyParts parts, long cause) {
        return new FlowProperties(
                report(
                        hub,
                        flow,
                        Fix.ACCEPT_ORDER,
                        "authenticates before it accepts and believes one of two flags",
                        cause),
                report(hub, flow, Fix.DEPENDENCIES, "has no startup gate", cause),
                parts.handlers() == HandlerPolicy.KEYED
                        ? LifecycleHub.NONE
                        : report(hub, flow, Fix.HANDLERS, whatOf(parts.handlers()), cause),
                report(hub, flow, Fix.SESSIONS, "mixes two session patterns", cause));
    }

    private static String whatOf(HandlerPolicy handlers) {
        return switch (handlers) {
            case KEYED -> "keeps each connection's handler for itself";
            case NEVER_REMOVED -> "never removes a connection's handler";
            case REMOVED_FROM_COPY -> "removes a connection's handler from a copy of the list only";
            case SHARED -> "has one handler for everybody, the first connection's, and keeps it";
        };
    }

    private static long report(
            LifecycleHub hub, FlowName flow, Fix mendedBy, String what, long cause) {
        return flow.has(mendedBy)
                ? LifecycleHub.NONE
                : hub.report(
                        null,
                        cause,
                        new OperationFact.FlowProperty(flow.text(), mendedBy.word(), what));
    }
}
