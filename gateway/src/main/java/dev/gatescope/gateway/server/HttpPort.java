package dev.gatescope.gateway.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/** One listening port with its own Jetty, threads and time-outs. */
final class HttpPort implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpPort.class);

    /** Each message that is being handled has one; beyond them even health pages wait. */
    private static final int MOST_THREADS = 4_096;

    private static final int STOP_MILLIS = 500;
    private static final int IDLE_MILLIS = 30_000;
    private static final int BACKLOG = 1_024;

    private final String name;
    private final String host;
    private final Server server;
    private final ServerConnector connector;
    private final Request.Handler errors;

    /**
     * @param errors answers what nobody else does
     */
    HttpPort(String name, String host, int port, Request.Handler errors) {
        this.name = name;
        this.host = host;
        this.errors = errors;
        var threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName(name);
        threads.setDaemon(true);
        // A thread that reads hands the next read to one that is idle anyway: keeping some reserved
        // for that only wakes more of them.
        threads.setReservedThreads(0);
        // What is stopped has been waited for already; what still runs is interrupted soon.
        threads.setStopTimeout(STOP_MILLIS);
        this.server = new Server(threads);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        this.connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setReuseAddress(true);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
    }

    void start(Handler handler, Optional<RequestLog> log) throws PortUnavailable {
        server.setHandler(handler);
        server.setErrorHandler(errors);
        log.ifPresent(server::setRequestLog);
        try {
            server.start();
        } catch (IOException e) {
            throw new PortUnavailable(sentence(e), e);
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not start", e);
        }
    }

    private String sentence(IOException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var why = String.valueOf(root.getMessage());
        var isOfHost = why.contains("assign requested address") || why.contains("nresolved");
        return "The "
                + name
                + " port "
                + host
                + ":"
                + connector.getPort()
                + " cannot be opened ("
                + why
                + "); choose another with --"
                + (name.equals("admin") ? "admin-" : "")
                + (isOfHost ? "host." : "port.");
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Takes no more connections; those that are open go on. */
    void stopListening() {
        connector.close();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // The others must be closed all the same.
            log.warn("The {} port was not closed properly", name, e);
        }
    }
}
