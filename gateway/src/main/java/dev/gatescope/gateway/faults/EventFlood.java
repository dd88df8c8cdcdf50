package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway's events are more than their readers can take. */
final class EventFlood implements FaultKind {
    private static final Duration BURST = Duration.ofMillis(10);

    private static final Description DESCRIPTION =
            Description.ofGateway(
                    "event-flood",
                    Group.GATEWAY,
                    "Event flood",
                    "Events of the fault's own fill journal, log and live stream: what they cannot"
                            + " take is dropped and counted, while messages are routed as ever.",
                    List.of(
                            new Parameter.Whole(
                                    "events_per_s",
                                    1_000L,
                                    1,
                                    100_000,
                                    "1/s",
                                    "besides all others")),
                    List.of("events_dropped", "ws_events_dropped_total"),
                    true);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var rate = arguments.whole("events_per_s");
        fault.hit(null, LifecycleHub.NONE, rate + " events a second come from now on.");
        var flood =
                Thread.ofVirtual()
                        .name("event-flood")
                        .start(() -> flood(fault, rate, surroundings.hub()));
        fault.whenEnded(() -> awaitEnd(flood));
        return List.of();
    }

    private static void flood(ActiveFault fault, long rate, LifecycleHub hub) {
        var began = System.nanoTime();
        var fact = new FaultFact.Noise(fault.number(), DESCRIPTION.kind());
        long made = 0;
        try {
            while (!fault.isOver()) {
                var owed = (System.nanoTime() - began) * rate / TimeUnit.SECONDS.toNanos(1);
                for (; made < owed && !fault.isOver(); made++) {
                    hub.report(null, fault.started(), fact);
                }
                fault.hold(BURST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Thread flood) {
        try {
            flood.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
