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
import java.util.Map;

/** The admin API on a servlet: what was asked, and the live stream's upgrade. */
final class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(AdminServlet.class);
    private static final int MOST_BODY = 65_536;
    private static final String STREAM = "/api/v1/stream";

    private final transient AdminApi api;
    private final transient LiveStreams streams;
    private final transient ServerContainer container;
    private final transient Deadlines deadlines;

    AdminServlet(
            AdminApi api, LiveStreams streams, ServerContainer container, Deadlines deadlines) {
        this.api = api;
        this.streams = streams;
        this.container = container;
        this.deadlines = deadlines;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            if (request.getRequestURI().equals(STREAM)) {
                stream(request, response);
            } else {
                write(response, api.handle(asked(request, body(request))));
            }
        } catch (AdminProblem problem) {
            write(response, api.answer(problem));
        }
    }

    private static String body(HttpServletRequest request) throws IOException, AdminProblem {
        var body = request.getInputStream().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            throw AdminProblem.of(413, "The body must not be longer than 64 KiB.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private void stream(HttpServletRequest request, HttpServletResponse response)
            throws IOException, AdminProblem {
        var query = streams.admit(asked(request, ""));
        if (!isWebSocket(request)) {
            response.setHeader("Upgrade", "websocket");
            throw AdminProblem.of(426, "The live stream is a WebSocket.");
        }
        var async = request.startAsync();
        async.setTimeout(0);
        var upgrade = new ServletUpgrade(async, container);
        var _ = Thread.ofVirtual().name("upgrade").start(() -> open(upgrade, query));
    }

    private static boolean isWebSocket(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    /** On a thread of its own: Jetty answers 101 only once the servlet has returned. */
    private void open(Upgrade upgrade, StreamQuery query) {
        try {
            upgrade.complete(new StreamEndpoint(streams, query, deadlines), null);
        } catch (IOException | RuntimeException e) {
            log.debug("A live stream could not be opened", e);
            upgrade.refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static AdminRequest asked(HttpServletRequest request, String body) throws AdminProblem {
        return new AdminRequest(
                request.getMethod(),
                request.getRequestURI(),
                query(request),
                request.getHeader("Authorization"),
                body);
    }

    private static Map<String, String> query(HttpServletRequest request) throws AdminProblem {
        var query = new HashMap<String, String>();
        try {
            request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        } catch (RuntimeException e) {
            throw AdminProblem.of(400, "The query string is not encoded rightly.");
        }
        return query;
    }

    static void write(HttpServletResponse response, AdminResponse answer) throws IOException {
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
