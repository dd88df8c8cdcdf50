package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.Event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Events between two beats. Bounded: when the screen does not take them, the oldest go and are
 * counted. Safe from any thread; nobody ever waits longer than for a few moves in memory.
 */
final class EventInbox {
    /** What was in the inbox, oldest first, and how many events before them were lost. */
    record Batch(List<Event> events, long lost) {}

    private final int capacity;
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long lost;

    EventInbox(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Puts events in.
     *
     * @param lostBefore events that were lost on their way here
     * @return how many had to go because the inbox was full
     */
    synchronized long add(List<Event> more, long lostBefore) {
        events.addAll(more);
        int tooMany = Math.max(0, events.size() - capacity);
        for (int i = 0; i < tooMany; i++) {
            events.removeFirst();
        }
        lost += lostBefore + tooMany;
        return tooMany;
    }

    /** Takes everything out. */
    synchronized Batch take() {
        var batch = new Batch(new ArrayList<>(events), lost);
        events.clear();
        lost = 0;
        return batch;
    }
}
