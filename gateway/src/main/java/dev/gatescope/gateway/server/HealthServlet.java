package dev.gatescope.gateway.server;

import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.admin.AdminJson;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;

/** {@code /health}, {@code /health/ready} and {@code /health/live}, on both ports. */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private record Health(String status, @Nullable List<String> missing) {}

    private final transient JsonMapper json = AdminJson.mapper();
    private final transient StartupGate gate;

    HealthServlet(StartupGate gate) {
        this.gate = gate;
    }

    /** Whether a health page is at this path. */
    static boolean isPage(String path) {
        return switch (path) {
            case "/health", "/health/", "/health/ready", "/health/live" -> true;
            default -> false;
        };
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getPathInfo();
        if (path == null || path.equals("/") || path.equals("/ready")) {
            var missing = gate.missing();
            answer(
                    response,
                    missing.isEmpty() ? 200 : 503,
                    missing.isEmpty()
                            ? new Health("ready", null)
                            : new Health("not_ready", missing));
        } else if (path.equals("/live")) {
            answer(response, 200, new Health("live", null));
        } else {
            answer(response, 404, new Health("unknown", null));
        }
    }

    /** It would send back what the request says, secrets included. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void answer(HttpServletResponse response, int status, Health health)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(health));
    }
}
