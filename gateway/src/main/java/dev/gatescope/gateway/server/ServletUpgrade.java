package dev.gatescope.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The upgrade of a servlet request that was made asynchronous, so that a flow may take its time.
 */
final class ServletUpgrade implements Upgrade {
    private static final String LEFT = "the client has left";

    private final AsyncContext request;
    private final ServerContainer container;
    private final AtomicBoolean done = new AtomicBoolean();

    ServletUpgrade(AsyncContext request, ServerContainer container) {
        this.request = request;
        this.container = container;
    }

    @Override
    public void complete(Endpoint endpoint, @Nullable String subprotocol) throws IOException {
        if (!done.compareAndSet(false, true)) {
            throw new IOException("the request is over");
        }
        try {
            upgrade(endpoint, subprotocol);
        } catch (DeploymentException | RuntimeException e) {
            if (end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR)) {
                throw new IllegalStateException("the upgrade failed", e);
            }
            throw new IOException(LEFT, e);
        } catch (IOException e) {
            end();
            throw e;
        }
        // Jetty opens the endpoint in here; without it the client hangs.
        if (!end()) {
            throw new IOException(LEFT);
        }
    }

    private void upgrade(Endpoint endpoint, @Nullable String subprotocol)
            throws DeploymentException, IOException {
        var path = ((HttpServletRequest) request.getRequest()).getRequestURI();
        container.upgradeHttpToWebSocket(
                request.getRequest(),
                request.getResponse(),
                new Handover(path, endpoint, subprotocol),
                Map.of());
    }

    @Override
    public void refuse(int status) {
        if (done.compareAndSet(false, true)) {
            end(status);
        }
    }

    /** Ends the request with this answer; false where its client has left. */
    private boolean end(int status) {
        try {
            ((HttpServletResponse) request.getResponse()).setStatus(status);
        } catch (IllegalStateException e) {
            return false; // see below
        }
        return end();
    }

    private boolean end() {
        try {
            request.complete();
            return true;
        } catch (IllegalStateException e) {
            return false; // Jetty has ended the request itself, as its client has left.
        }
    }
}
