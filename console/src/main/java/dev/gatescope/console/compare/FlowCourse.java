package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Series;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one flow does while its clients come, script by script. For the models' thread. */
final class FlowCourse {
    /** More points than a chart is wide show nothing. */
    private static final int POINTS = 500;

    private static final int ERRORS_KEPT = 6;

    private final String label;
    private final int clients;
    private final int every;
    private final Series connection = new Series(POINTS + 3);
    private final Series routing = new Series(POINTS + 3);
    private final Series handlers = new Series(POINTS + 3);
    private final Series leaked = new Series(POINTS + 3);
    private final List<Event> lastErrors = new ArrayList<>();
    private @Nullable Step newest;

    /** A flow to which so many clients will come; it holds nothing yet. */
    FlowCourse(String label, int clients) {
        this.label = label;
        this.clients = clients;
        every = Math.ceilDiv(clients, POINTS);
        handlers.add(0, 0);
        leaked.add(0, 0);
    }

    /** One more script is over. */
    void add(Step step) {
        newest = step;
        if (step.done() % every == 0 || step.done() == 1 || step.done() == clients) {
            connection.add(step.done(), step.connection().ratio());
            routing.add(step.done(), step.routing().ratio());
            handlers.add(step.done(), step.handlers());
            leaked.add(step.done(), step.sessionsLeaked());
        }
        for (var error : step.newErrors()) {
            lastErrors.addFirst(error);
        }
        if (lastErrors.size() > ERRORS_KEPT) {
            lastErrors.subList(ERRORS_KEPT, lastErrors.size()).clear();
        }
    }

    String label() {
        return label;
    }

    int clients() {
        return clients;
    }

    /** Scripts that are over. */
    int done() {
        return newest == null ? 0 : newest.done();
    }

    /** How it stands; none before its first script is over. */
    @Nullable Step newest() {
        return newest;
    }

    /** Connection success over scripts. */
    Series connection() {
        return connection;
    }

    /** Routing success over scripts. */
    Series routing() {
        return routing;
    }

    /** Handlers held over scripts. */
    Series handlers() {
        return handlers;
    }

    /** Sessions leaked over scripts. */
    Series leaked() {
        return leaked;
    }

    /** The last errors, newest first. */
    List<Event> lastErrors() {
        return List.copyOf(lastErrors);
    }

    /** Errors by kind. */
    Map<String, Integer> errors() {
        return newest == null ? Map.of() : newest.errors();
    }
}
