package dev.gatescope.gateway.server;

import dev.gatescope.shared.admin.RefusedRequest;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last requests on the client port that never became a WebSocket, malformed ones included.
 * Jetty tells of every request that it has answered.
 */
public final class RefusedRequests implements RequestLog {
    private static final int KEPT = 1_000;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Deque<RefusedRequest> newestFirst = new ArrayDeque<>();
    private final InstantSource clock;

    public RefusedRequests(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void log(Request request, Response response) {
        var status = response.getStatus();
        var path = Request.getPathInContext(request);
        if (status == SWITCHING_PROTOCOLS || HealthServlet.isPage(path)) {
            return;
        }
        var headers = request.getHeaders();
        var refused =
                new RefusedRequest(
                        clock.instant(),
                        Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request),
                        request.getMethod(),
                        path,
                        status,
                        headers.get(HttpHeader.USER_AGENT),
                        headers.get(HttpHeader.ORIGIN),
                        hint(status, path));
        synchronized (newestFirst) {
            newestFirst.addFirst(refused);
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
        }
    }

    /** The last ones, newest first. */
    public List<RefusedRequest> latest() {
        synchronized (newestFirst) {
            return new ArrayList<>(newestFirst);
        }
    }

    private static String hint(int status, String path) {
        return switch (status) {
            case 200 -> "The client left during the upgrade.";
            case 400 -> "The request is not valid HTTP, or its Sec-WebSocket-Key is missing.";
            case 403 -> "The page's origin is not allowed: start the gateway with --allow-origin.";
            case 404 -> "Nothing is at " + path + "; WebSockets connect to /ws.";
            case 405 -> "Only GET is understood here.";
            case 426 ->
                    "No WebSocket upgrade was asked for: a plain HTTP client, or a proxy that takes"
                            + " the Upgrade header away.";
            case 431 -> "The headers are too large; a token may be too long.";
            case 503 -> "The connection was closed before it was accepted.";
            default -> "The handshake could not be completed.";
        };
    }
}
