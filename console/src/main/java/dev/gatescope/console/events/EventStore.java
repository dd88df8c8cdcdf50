package dev.gatescope.console.events;

import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The newest events, each once, in the order of their ids. When it is full the oldest go. */
final class EventStore {
    private final int capacity;
    private final TreeMap<String, Event> byId = new TreeMap<>();
    private long forgotten;

    EventStore(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Puts events in, and tells which of them were new and were kept, in the order of their ids.
     */
    List<Event> add(Collection<Event> events) {
        var fresh = new TreeMap<String, Event>();
        for (var event : events) {
            if (byId.putIfAbsent(event.id(), event) == null) {
                fresh.put(event.id(), event);
            }
        }
        while (byId.size() > capacity) {
            byId.pollFirstEntry();
            forgotten++;
        }
        return byId.isEmpty()
                ? List.of()
                : new ArrayList<>(fresh.tailMap(byId.firstKey()).values());
    }

    /** All events, newest first. */
    Collection<Event> newestFirst() {
        return byId.descendingMap().values();
    }

    /** The events up to an id, newest first. */
    Collection<Event> newestFirstUpTo(String id) {
        return byId.headMap(id, true).descendingMap().values();
    }

    @Nullable Event find(String id) {
        return byId.get(id);
    }

    @Nullable String oldestId() {
        return byId.isEmpty() ? null : byId.firstKey();
    }

    @Nullable String newestId() {
        return byId.isEmpty() ? null : byId.lastKey();
    }

    int size() {
        return byId.size();
    }

    int capacity() {
        return capacity;
    }

    /** How many events had to go. */
    long forgotten() {
        return forgotten;
    }
}
