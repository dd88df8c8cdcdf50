package dev.gatescope.gateway.server;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;

/**
 * What the frames of a peer travel on, as those see it who hamper it; made when they ask for it.
 */
record SocketLine(
        SocketPeer peer, Connection connection, Socket socket, Pings pings, Deadlines deadlines)
        implements Line {
    @Override
    public boolean isOpen() {
        return peer.line() != null;
    }

    @Override
    public void close(Ending ending) {
        peer.close(ending);
    }

    @Override
    public void reset(long because) {
        peer.breaks(Ending.lost("").because(because));
    }

    @Override
    public Hold halt(long because) {
        return hamper(new Impairment.Hindrance(Impairment.Kind.HALTED, 0, because));
    }

    @Override
    public Hold throttle(int bytesPerSecond, long because) {
        return hamper(new Impairment.Hindrance(Impairment.Kind.THROTTLED, bytesPerSecond, because));
    }

    @Override
    public Hold loseHeartbeats(long because) {
        return hamper(new Impairment.Hindrance(Impairment.Kind.WITHOUT_HEARTBEAT, 0, because));
    }

    private Hold hamper(Impairment.Hindrance hindrance) {
        var frames = socket.frames();
        frames.impair(hindrance, deadlines);
        return () -> {
            pings.forgive();
            frames.heal(hindrance);
        };
    }
}
