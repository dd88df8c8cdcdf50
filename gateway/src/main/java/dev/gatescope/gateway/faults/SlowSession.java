package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnSession;
import dev.gatescope.gateway.sessions.RequestSessions;
import dev.gatescope.gateway.sessions.Sessions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Sessions come late. */
final class SlowSession implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "session-slow",
                    Group.SESSION,
                    "Session slow",
                    "A request gets its database session only after a delay: its time to process"
                            + " rises, and it is answered all the same.",
                    List.of(
                            Parameter.millis(
                                    "delay_ms", 1_000, 1, 60_000, "before a session is had"),
                            Parameter.millis(
                                    "jitter_ms", 0, 0, 60_000, "at most so much more, by chance")),
                    List.of("latency_ms.process_p99", "ws_message_process_duration_seconds"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var delay = arguments.millis("delay_ms");
        var jitter = arguments.millis("jitter_ms");
        OnSession hook = (real, fault) -> new Late(real, fault, delay, jitter);
        return List.of(hook);
    }

    private record Late(Sessions real, ActiveFault fault, Duration delay, Duration jitter)
            implements SessionsAround {
        @Override
        public <T extends @Nullable Object> T inRequest(
                RequestSessions request, long cause, Work<T> work) throws Exception {
            if (fault.takesMessage(request.owner(), request.type())) {
                fault.hit(request.owner(), cause, "its session comes late.");
                fault.hold(fault.jittered(delay, jitter));
            }
            return real.inRequest(request, cause, work);
        }
    }
}
