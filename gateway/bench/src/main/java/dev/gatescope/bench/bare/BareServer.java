package dev.gatescope.bench.bare;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.net.URI;
import java.util.List;

/**
 * An echo on Jetty's jakarta API: servlet context, WebSocket container, one connector, as the
 * gateway has them, and nothing more. What it costs is what the gateway cannot go below.
 */
public final class BareServer {
    private static final String PATH = "/ws";
    private static final int MAX_TEXT = 1_048_576;

    private BareServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param args {@code platform} or {@code virtual}: the threads that the server's work runs on
     */
    public static void main(String[] args) throws Exception {
        var threads = args.length == 0 ? "platform" : args[0];
        var server = start(threads);
        System.out.println("ready " + address(server) + " threads " + threads);
        server.join();
    }

    static Server start(String threads) throws Exception {
        var server = new Server(pool(threads));
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(echo());
        server.start();
        return server;
    }

    /** Where clients connect. */
    static URI address(Server server) {
        return URI.create("ws://127.0.0.1:" + server.getURI().getPort() + PATH);
    }

    private static QueuedThreadPool pool(String threads) {
        var pool = new QueuedThreadPool();
        switch (threads) {
            case "platform" -> {}
            case "virtual" ->
                    pool.setVirtualThreadsExecutor(
                            VirtualThreads.getNamedVirtualThreadsExecutor("bare-"));
            default -> throw new IllegalArgumentException("No such threads: " + threads);
        }
        return pool;
    }

    private static ServletContextHandler echo() {
        var context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(
                context,
                (_, container) -> {
                    container.setDefaultMaxSessionIdleTimeout(0);
                    container.setDefaultMaxTextMessageBufferSize(MAX_TEXT);
                    container.addEndpoint(
                            ServerEndpointConfig.Builder.create(Echo.class, PATH)
                                    .configurator(new WithoutExtensions())
                                    .build());
                });
        return context;
    }

    /** Sends back what it gets. */
    public static final class Echo extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            var remote = session.getAsyncRemote();
            session.addMessageHandler(String.class, new Back(remote));
        }
    }

    private record Back(RemoteEndpoint.Async remote) implements MessageHandler.Whole<String> {
        @Override
        public void onMessage(String text) {
            remote.sendText(text, _ -> {});
        }
    }

    /** No compression. */
    private static final class WithoutExtensions extends ServerEndpointConfig.Configurator {
        @Override
        public List<Extension> getNegotiatedExtensions(
                List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }
}
