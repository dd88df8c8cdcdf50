package dev.gatescope.gateway.why;

import dev.gatescope.gateway.journal.EventFilter;
import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.journal.JournalUnavailable;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Events wherever they are kept: in memory, with their connection, or in the journal. Safe from any
 * thread.
 */
final class RecordedEvents implements Recorded {
    private static final int MOST_LOOKED_THROUGH = 1_000;
    private static final Duration LONGEST_START = Duration.ofHours(1);

    private final RecentEvents recent;
    private final Connections connections;
    private final EventJournal journal;

    RecordedEvents(RecentEvents recent, Connections connections, EventJournal journal) {
        this.recent = recent;
        this.connections = connections;
        this.journal = journal;
    }

    /**
     * Single messages that went well are with their connections only, and looked for last. Where
     * the journal cannot be read now, what only it has counts as lost.
     */
    @Override
    public @Nullable Event find(long number) {
        try {
            return findOrFail(number);
        } catch (JournalUnavailable e) {
            return keptWithConnection(number).orElse(null);
        }
    }

    /**
     * The same, for one who wants to know whether there is such an event at all.
     *
     * @throws JournalUnavailable where only the journal could tell, and cannot be read now
     */
    @Nullable Event findOrFail(long number) {
        var published = recent.find(number);
        if (published != null) {
            return published;
        }
        return journal.event(number).or(() -> keptWithConnection(number)).orElse(null);
    }

    private Optional<Event> keptWithConnection(long number) {
        return Stream.concat(connections.open().stream(), connections.closed().stream())
                .filter(one -> EventNumbers.firstAt(one.openedAtMillis()) <= number)
                .filter(one ->
                        one.closedAtMillis() == 0
                                || EventNumbers.firstAt(one.closedAtMillis() + 1) > number)
                .flatMap(one -> one.timeline().stream())
                .filter(event -> event.id() == number)
                .findFirst()
                .map(Words::event);
    }

    /** The first event after this one that says that a component is ready, of those wanted. */
    Optional<Event> readyAfter(Event event, Predicate<Event> which) {
        var end = event.time().plus(LONGEST_START).toEpochMilli();
        return ofGateway(
                        List.of("component.ready", "component.created_on_demand"),
                        Ids.event(event.id()).orElse(0),
                        end)
                .filter(which)
                .findFirst();
    }

    /** The events of these types about the gateway as a whole after a number, oldest first. */
    Stream<Event> ofGateway(List<String> types, long after, long untilMillis) {
        Predicate<Fact> wanted = fact -> types.contains(fact.type());
        var kept =
                recent.ofGatewayAfter(after, wanted).stream()
                        .filter(event -> event.time().toEpochMilli() < untilMillis);
        var since = recent.gatewaySince();
        return since <= after
                ? kept
                : Stream.concat(older(ofTypes(types, after, untilMillis), since), kept);
    }

    /** Where the journal cannot be read, what is in memory is better than nothing. */
    private Stream<Event> older(EventFilter filter, long than) {
        try {
            return journal.events(filter).stream()
                    .filter(event -> Ids.event(event.id()).orElse(than) < than);
        } catch (JournalUnavailable e) {
            return Stream.empty();
        }
    }

    private static EventFilter ofTypes(List<String> types, long after, long untilMillis) {
        return EventFilter.newest(MOST_LOOKED_THROUGH)
                .withTypes(types.toArray(String[]::new))
                .withTimes(0, untilMillis)
                .withAfter(after);
    }
}
