package dev.gatescope.gateway.server;

import dev.gatescope.gateway.admin.AdminApi;
import dev.gatescope.gateway.admin.LiveStreams;
import dev.gatescope.gateway.startup.StartupGate;

import jakarta.servlet.DispatcherType;

import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;

import java.util.EnumSet;
import java.util.Optional;

/** The port of the admin API, the metrics and the live stream. */
public final class AdminPort implements AutoCloseable {
    private final HttpPort http;
    private final OriginPolicy origins;
    private final HostPolicy hosts;
    private final AdminApi api;
    private final LiveStreams streams;
    private final StartupGate gate;
    private final Deadlines deadlines = new Deadlines();

    public AdminPort(
            String host,
            int port,
            OriginPolicy origins,
            HostPolicy hosts,
            AdminApi api,
            LiveStreams streams,
            StartupGate gate) {
        this.http = new HttpPort("admin", host, port, PlainErrors.asProblems(api));
        this.origins = origins;
        this.hosts = hosts;
        this.api = api;
        this.streams = streams;
        this.gate = gate;
    }

    /**
     * Listens from now on.
     *
     * @throws PortUnavailable where the port cannot be had
     */
    public void start() throws PortUnavailable {
        var context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(
                context,
                (_, container) -> {
                    FramesBeneath.registerIn(container);
                    container.setDefaultMaxSessionIdleTimeout(0);
                    var servlet = new AdminServlet(api, streams, container, deadlines);
                    context.addServlet(new ServletHolder(servlet), "/");
                });
        var door = new FilterHolder(new AdminDoor(api, origins, hosts));
        door.setAsyncSupported(true);
        context.addFilter(door, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new HealthServlet(gate)), "/health/*");
        http.start(context, Optional.empty());
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.stopListening();
        streams.close();
        http.close();
        deadlines.close();
    }
}
