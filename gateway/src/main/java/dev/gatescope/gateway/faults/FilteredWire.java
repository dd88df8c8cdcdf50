package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A wire whose frames of one direction go through a filter while a fault acts. */
record FilteredWire(Wire real, ActiveFault fault, Direction direction, Filter filter)
        implements Wire {
    /** Does with a frame what the fault does with those that it takes. */
    @FunctionalInterface
    interface Filter {
        /** A frame is to go. */
        void take(String frame, Way way) throws PeerGone;
    }

    /** Where a frame goes on. */
    interface Way {
        /**
         * Says that the fault acts on the frame.
         *
         * @param what becomes of it, as the rest of a sentence
         * @return the event that tells of it
         */
        long hit(String what);

        /** Lets it go on as it came. */
        void goOn() throws PeerGone;

        /** Lets another go on, which is as it is because of this event. */
        void goOn(String frame, long because) throws PeerGone;
    }

    /** What acts, for a fault of this direction. */
    static Hook.OnWire hook(Direction direction, Filter filter) {
        return (real, fault) -> new FilteredWire(real, fault, direction, filter);
    }

    @Override
    public void ready() {
        real.ready();
    }

    @Override
    public void arrive(String frame, int bytes, long because) {
        var name = direction == Direction.IN ? nameIfTaken(frame) : null;
        if (name == null) {
            real.arrive(frame, bytes, because);
            return;
        }
        try {
            filter.take(frame, new Inward(name, frame, bytes, because));
        } catch (PeerGone e) {
            throw new IllegalStateException("nothing is sent on the way in", e);
        }
    }

    @Override
    public int send(String frame) throws PeerGone {
        var name = direction == Direction.OUT ? nameIfTaken(frame) : null;
        if (name == null) {
            return real.send(frame);
        }
        filter.take(frame, new Outward(name, frame));
        return bytes(frame);
    }

    private @Nullable String nameIfTaken(String frame) {
        var type = FrameType.of(frame);
        return fault.takesMessage(connection(), type) ? FrameType.named(type) : null;
    }

    private long hit(String name, String what) {
        var sentence = name + " " + direction.inWords() + " " + what;
        return fault.hit(connection(), connection().lastStep(), sentence);
    }

    private static int bytes(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8).length;
    }

    private final class Inward implements Way {
        private final String name;
        private final String came;
        private final int bytes;
        private final long because;

        Inward(String name, String came, int bytes, long because) {
            this.name = name;
            this.came = came;
            this.bytes = bytes;
            this.because = because;
        }

        @Override
        public long hit(String what) {
            return FilteredWire.this.hit(name, what);
        }

        @Override
        public void goOn() {
            real.arrive(came, bytes, because);
        }

        @Override
        public void goOn(String frame, long why) {
            real.arrive(frame, bytes(frame), why);
        }
    }

    private final class Outward implements Way {
        private final String name;
        private final String came;

        Outward(String name, String came) {
            this.name = name;
            this.came = came;
        }

        @Override
        public long hit(String what) {
            return FilteredWire.this.hit(name, what);
        }

        @Override
        public void goOn() throws PeerGone {
            goOn(came, LifecycleHub.NONE);
        }

        @Override
        public void goOn(String frame, long why) throws PeerGone {
            real.send(frame);
        }
    }

    @Override
    public Connection connection() {
        return real.connection();
    }

    @Override
    public void close(Ending ending) {
        real.close(ending);
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
