package dev.gatescope.gateway.server;

import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketExtension;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Gives Jetty the endpoint that exists already, and the subprotocol that the flow chose. Each
 * connection keeps one, and jakarta's own would keep half a dozen empty collections with it.
 */
final class Handover extends ServerEndpointConfig.Configurator implements ServerEndpointConfig {
    private static final List<Extension> OWN_EXTENSIONS =
            List.of(new JakartaWebSocketExtension(FramesBeneath.NAME));

    private final String path;
    private final Endpoint endpoint;
    private final @Nullable String subprotocol;

    Handover(String path, Endpoint endpoint, @Nullable String subprotocol) {
        this.path = path;
        this.endpoint = endpoint;
        this.subprotocol = subprotocol;
    }

    // What is to be upgraded to.

    @Override
    public Class<?> getEndpointClass() {
        return endpoint.getClass();
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public Configurator getConfigurator() {
        return this;
    }

    @Override
    public List<String> getSubprotocols() {
        return List.of();
    }

    @Override
    public List<Extension> getExtensions() {
        return List.of();
    }

    @Override
    public List<Class<? extends Encoder>> getEncoders() {
        return List.of();
    }

    @Override
    public List<Class<? extends Decoder>> getDecoders() {
        return List.of();
    }

    @Override
    public Map<String, Object> getUserProperties() {
        return Map.of();
    }

    // How.

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
