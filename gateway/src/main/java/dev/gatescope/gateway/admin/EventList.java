package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.journal.EventFilter;
import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Page;

import java.util.List;
import java.util.OptionalLong;

/**
 * Events as the admin API lists them: newest first, or oldest first after a given one. Safe from
 * any thread.
 */
final class EventList {
    private final EventJournal journal;

    EventList(EventJournal journal) {
        this.journal = journal;
    }

    Page<Event> page(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var type = request.parameter("type");
        var after = Parameters.event(request, "after");
        var cursor = Parameters.event(request, "cursor");
        var forward = after.isPresent();
        var filter =
                new EventFilter(
                        type == null ? List.of() : List.of(type.split(",", -1)),
                        Parameters.connection(request, "connection"),
                        request.parameter("user"),
                        Parameters.severity(request),
                        Parameters.instant(request, "since"),
                        Parameters.instant(request, "until"),
                        forward && cursor.isPresent() ? cursor : after,
                        forward ? OptionalLong.empty() : cursor,
                        request.withDemo(),
                        limit + 1);
        var found = journal.events(filter);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, items.getLast().id());
    }
}
