package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A failure is hidden behind a close code that says that all is well. */
final class CleanClose implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "clean-close",
                    Group.CONNECTION,
                    "Clean close that hides a failure",
                    "Connections that fail are closed with 1000: they count as failed all the same,"
                            + " but close statistics say that all is well.",
                    List.of(),
                    List.of("ws_closes_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        Hook.OnWire hook = Hiding::new;
        return List.of(hook);
    }

    private static boolean tellsOfFailure(Ending ending) {
        return ending.initiator() == Initiator.GATEWAY
                && (ending.code() == CloseCode.SERVER_ERROR.code()
                        || ending.code() == CloseCode.TRY_AGAIN_LATER.code());
    }

    private record Hiding(Wire real, ActiveFault fault) implements Wire {
        @Override
        public void ready() {
            real.ready();
        }

        @Override
        public void close(Ending ending) {
            real.close(
                    tellsOfFailure(ending) && fault.takes(connection())
                            ? Ending.byGateway(CloseCode.NORMAL, "").because(hit(ending))
                            : ending);
        }

        private long hit(Ending ending) {
            var explained = ending.because() != LifecycleHub.NONE;
            return fault.hit(
                    connection(),
                    explained ? ending.because() : connection().lastStep(),
                    "a failed connection is closed with 1000 in place of " + ending.code() + ".");
        }

        // What it does as any wire does.

        @Override
        public Connection connection() {
            return real.connection();
        }

        @Override
        public void arrive(String frame, int bytes, long because) {
            real.arrive(frame, bytes, because);
        }

        @Override
        public int send(String frame) throws PeerGone {
            return real.send(frame);
        }

        @Override
        public @Nullable Line line() {
            return real.line();
        }

        @Override
        public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
                throws PeerGone, InterruptedException {
            return real.await(event, atMost);
        }
    }
}
