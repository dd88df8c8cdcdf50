package dev.gatescope.gateway.server;

import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.faults.Transport;
import dev.gatescope.gateway.lifecycle.Connection;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A socket with what faults put around it. */
final class FaultySocket implements Socket {
    private final Supplier<Transport> transport;

    FaultySocket(Socket real, Connection owner, FaultyParts faulty) {
        this.transport = faulty.transport(new Direct(real, owner));
    }

    /** The socket as it is without faults. */
    private record Direct(Socket real, Connection connection) implements Transport {
        @Override
        public void send(String text, Consumer<@Nullable Throwable> whenSent) {
            real.send(text, whenSent);
        }

        @Override
        public void ping(long payload) {
            real.ping(payload);
        }

        @Override
        public void close(int code, String reason) {
            real.close(code, reason);
        }

        @Override
        public void abort() {
            real.abort();
        }
    }

    @Override
    public void send(String text, Consumer<@Nullable Throwable> whenSent) {
        transport.get().send(text, whenSent);
    }

    @Override
    public void ping(long payload) {
        transport.get().ping(payload);
    }

    @Override
    public void close(int code, String reason) {
        transport.get().close(code, reason);
    }

    @Override
    public void abort() {
        transport.get().abort();
    }
}
