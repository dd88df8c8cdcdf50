package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.metrics.FigureView;

import java.util.OptionalLong;

/**
 * What a subscriber of the live stream wants.
 *
 * @param connection only this connection's events, each message's included
 * @param changes whether the changed connections come too
 * @param view which figures; demo traffic that is not in them is not in the events either
 */
public record StreamQuery(
        Events events, OptionalLong connection, boolean changes, FigureView view) {
    /** Which events. */
    public enum Events {
        NONE,
        ERRORS,
        ALL
    }

    static StreamQuery of(AdminRequest request) throws AdminProblem {
        var events = request.parameter("events");
        return new StreamQuery(
                switch (events == null ? "all" : events) {
                    case "none" -> Events.NONE;
                    case "errors" -> Events.ERRORS;
                    case "all" -> Events.ALL;
                    default ->
                            throw AdminProblem.ofField(
                                    "events", "events must be none, errors or all.");
                },
                Parameters.connection(request, "connection"),
                "changed".equals(request.parameter("connections")),
                request.view());
    }
}
