package dev.gatescope.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketExtension;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
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
        var config =
                ServerEndpointConfig.Builder.create(endpoint.getClass(), path)
                        .configurator(new Handover(endpoint, subprotocol))
                        .build();
        container.upgradeHttpToWebSocket(
                request.getRequest(), request.getResponse(), config, Map.of());
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

    /** Gives Jetty the endpoint that exists already, and the subprotocol that the flow chose. */
    private static final class Handover extends ServerEndpointConfig.Configurator {
        private static final List<Extension> OWN_EXTENSIONS =
                List.of(new JakartaWebSocketExtension(FramesBeneath.NAME));

        private final Endpoint endpoint;
        private final @Nullable String subprotocol;

        Handover(Endpoint endpoint, @Nullable String subprotocol) {
            this.endpoint = endpoint;
            this.subprotocol = subprotocol;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return subprotocol == null ? "" : subprotocol;
        }

        @Override
        public List<Extension> getNegotiatedExtensions(
                List<Extension> installed, List<Extension> requested) {
            // None of the client's: compression costs memory for each connection.
            return OWN_EXTENSIONS;
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true; // checked before the flow began
        }
    }
}
