package dev.gatescope.gateway.server;

import dev.gatescope.gateway.admin.AdminApi;
import dev.gatescope.gateway.admin.AdminProblem;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/**
 * Stands before everything on the admin port, health pages included: no page that a browser shows
 * gets in unless its origin may, nor by a name that it made point to this machine.
 */
final class AdminDoor implements Filter {
    private final AdminApi api;
    private final OriginPolicy origins;
    private final HostPolicy hosts;

    AdminDoor(AdminApi api, OriginPolicy origins, HostPolicy hosts) {
        this.api = api;
        this.origins = origins;
        this.hosts = hosts;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain inside)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var origin = asked.getHeader("Origin");
        if (!hosts.isOwn(asked.getHeader("Host"))) {
            refuse(response, "This Host is not the gateway's own.");
        } else if (origin != null && !origins.allows(origin)) {
            refuse(
                    response,
                    "Pages from this origin are not let in; start the gateway with"
                            + " --allow-origin.");
        } else {
            inside.doFilter(request, response);
        }
    }

    private void refuse(ServletResponse response, String sentence) throws IOException {
        AdminServlet.write(
                (HttpServletResponse) response,
                api.answer(AdminProblem.of(HttpServletResponse.SC_FORBIDDEN, sentence)));
    }
}
