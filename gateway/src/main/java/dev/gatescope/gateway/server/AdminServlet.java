package dev.gatescope.gateway.server;

import dev.gatescope.gateway.admin.AdminApi;
import dev.gatescope.gateway.admin.AdminProblem;
import dev.gatescope.gateway.admin.AdminRequest;
import dev.gatescope.gateway.admin.AdminResponse;
import dev.gatescope.gateway.admin.LiveStreams;
import dev.gatescope.gateway.admin.StreamQuery;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerContainer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/** The admin API on a servlet: who may ask, what was asked, and the live stream's upgrade. */
final class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(AdminServlet.class);
    private static final int MOST_BODY = 65_536;
    private static final String STREAM = "/api/v1/stream";

    private final transient AdminApi api;
    private final transient LiveStreams streams;
    private final transient ServerContainer container;
    private final transient OriginPolicy origins;
    private final transient HostPolicy hosts;

    AdminServlet(
            AdminApi api,
            LiveStreams streams,
            ServerContainer container,
            OriginPolicy origins,
            HostPolicy hosts) {
        this.api = api;
        this.streams = streams;
        this.container = container;
        this.origins = origins;
        this.hosts = hosts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var origin = request.getHeader("Origin");
        if (!hosts.isOwn(request.getHeader("Host"))) {
            write(response, refused("This Host is not the gateway's own."));
        } else if (origin != null && !origins.allows(origin)) {
            write(
                    response,
                    refused(
                            "Pages from this origin are not let in; start the gateway with"
                                    + " --allow-origin."));
        } else if (request.getRequestURI().equals(STREAM)) {
            stream(request, response);
        } else {
            answer(request, response);
        }
    }

    private AdminResponse refused(String sentence) {
        return api.answer(AdminProblem.of(HttpServletResponse.SC_FORBIDDEN, sentence));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            write(
                    response,
                    api.answer(AdminProblem.of(413, "The body must not be longer than 64 KiB.")));
            return;
        }
        write(response, api.handle(asked(request, new String(body, StandardCharsets.UTF_8))));
    }

    private void stream(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var query = streams.admit(asked(request, ""));
            if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                response.setHeader("Upgrade", "websocket");
                write(
                        response,
                        api.answer(AdminProblem.of(426, "The live stream is a WebSocket.")));
                return;
            }
            var async = request.startAsync();
            async.setTimeout(0);
            var upgrade = new ServletUpgrade(async, container);
            var _ = Thread.ofVirtual().name("upgrade").start(() -> open(upgrade, query));
        } catch (AdminProblem problem) {
            write(response, api.answer(problem));
        }
    }

    /** On a thread of its own: Jetty answers 101 only once the servlet has returned. */
    private void open(Upgrade upgrade, StreamQuery query) {
        try {
            upgrade.complete(new StreamEndpoint(streams, query), null);
        } catch (IOException | RuntimeException e) {
            log.debug("A live stream could not be opened", e);
            upgrade.abandon();
        }
    }

    private static AdminRequest asked(HttpServletRequest request, String body) {
        var query = new HashMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (values.length > 0) {
                        query.put(name, values[0]);
                    }
                });
        return new AdminRequest(
                request.getMethod(),
                request.getRequestURI(),
                query,
                request.getHeader("Authorization"),
                body);
    }

    private static void write(HttpServletResponse response, AdminResponse answer)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (answer.allow() != null) {
            response.setHeader("Allow", answer.allow());
        }
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentType(answer.contentType());
            response.getOutputStream().write(answer.content().getBytes(StandardCharsets.UTF_8));
        }
    }
}
