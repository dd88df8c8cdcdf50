package dev.gatescope.bench.load;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The server that a load is put on.
 *
 * @param greets whether it sends a welcome first, before which a connection does not count as ready
 */
public record Target(InetSocketAddress address, String path, boolean greets) {

    /** The server behind a {@code ws://} address. */
    public static Target of(URI webSocket, boolean greets) {
        return new Target(
                new InetSocketAddress(webSocket.getHost(), webSocket.getPort()),
                webSocket.getPath(),
                greets);
    }
}
