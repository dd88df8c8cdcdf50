package dev.gatescope.gateway.server;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.lifecycle.Origin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerContainer;

import org.eclipse.jetty.websocket.core.ExtensionConfig;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /ws}: turns an upgrade request into a peer and starts its flow; anything else gets an HTTP
 * answer that says what is missing.
 */
final class UpgradeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int KEY_BYTES = 16;
    private static final Set<String> TOKEN_PARAMETERS =
            Set.of("jwt", "auth", "authorization", "bearer");
    private static final Pattern TOKEN =
            Pattern.compile("(?i:bearer )?eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final transient ServerContainer container;
    private final transient OriginPolicy origins;
    private final transient PeerStarter starter;
    private final transient String demoMark;

    /** Starts the flow of a peer. */
    @FunctionalInterface
    interface PeerStarter {
        void start(Origin origin, Handshake handshake, Upgrade upgrade);
    }

    UpgradeServlet(
            ServerContainer container, OriginPolicy origins, PeerStarter starter, String demoMark) {
        this.container = container;
        this.origins = origins;
        this.starter = starter;
        this.demoMark = demoMark;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var origin = request.getHeader("Origin");
        if (origin != null && !origins.allows(origin)) {
            answer(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Pages from this origin are not let in; start the gateway with"
                            + " --allow-origin.");
        } else if (!request.getMethod().equals("GET") || !asksForWebSocket(request)) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Connection", "Upgrade");
            answer(response, 426, "This address speaks WebSocket; send an upgrade request.");
        } else if (!"13".equals(request.getHeader("Sec-WebSocket-Version"))) {
            response.setHeader("Sec-WebSocket-Version", "13");
            answer(response, 426, "Only WebSocket version 13 is spoken here.");
        } else if (!hasKey(request)) {
            answer(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Sec-WebSocket-Key must be 16 bytes in base64.");
        } else if (!hasReadableExtensions(request)) {
            answer(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Sec-WebSocket-Extensions is not written as RFC 6455 says.");
        } else {
            begin(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean tokenInQuery;
        try {
            tokenInQuery = request.getQueryString() != null && hasToken(query(request));
        } catch (RuntimeException e) {
            // Jetty would find out in the middle of the upgrade.
            answer(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "The query string is not encoded rightly.");
            return;
        }
        var handshake =
                new Handshake(
                        request.getHeader("Authorization"), subprotocols(request), tokenInQuery);
        var origin =
                new Origin(
                        request.getRemoteAddr() + ":" + request.getRemotePort(),
                        request.getHeader("User-Agent"),
                        demoMark.equals(request.getHeader(ClientPort.DEMO_HEADER)));
        var async = request.startAsync();
        async.setTimeout(0);
        starter.start(origin, handshake, new ServletUpgrade(async, container));
    }

    private static Map<String, String[]> query(HttpServletRequest request) {
        URI.create("?" + request.getQueryString());
        return request.getParameterMap();
    }

    static void answer(HttpServletResponse response, int status, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(sentence);
    }

    /** What Jetty would not upgrade must not get as far as a flow. */
    private static boolean asksForWebSocket(HttpServletRequest request) {
        return request.getProtocol().equals("HTTP/1.1")
                && listed(request, "Upgrade").equals(List.of("websocket"))
                && listed(request, "Connection").contains("upgrade");
    }

    private static boolean hasKey(HttpServletRequest request) {
        var key = request.getHeader("Sec-WebSocket-Key");
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Jetty would find out in the middle of the upgrade. */
    private static boolean hasReadableExtensions(HttpServletRequest request) {
        var headers = request.getHeaders("Sec-WebSocket-Extensions");
        try {
            while (headers.hasMoreElements()) {
                ExtensionConfig.parseList(headers.nextElement());
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> subprotocols(HttpServletRequest request) {
        var offered = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders("Sec-WebSocket-Protocol"))) {
            for (var protocol : header.split(",", -1)) {
                if (!protocol.isBlank()) {
                    offered.add(protocol.strip());
                }
            }
        }
        return offered;
    }

    private static List<String> listed(HttpServletRequest request, String header) {
        var words = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(header))) {
            for (var word : line.split(",", -1)) {
                words.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** By its name or by its look: a token that nobody asked for is in the logs all the same. */
    private static boolean hasToken(Map<String, String[]> query) {
        return query.entrySet().stream()
                .anyMatch(parameter ->
                        isTokensName(parameter.getKey().toLowerCase(Locale.ROOT))
                                || Stream.of(parameter.getValue())
                                        .anyMatch(value -> TOKEN.matcher(value).matches()));
    }

    private static boolean isTokensName(String name) {
        return name.endsWith("token") || TOKEN_PARAMETERS.contains(name);
    }
}
