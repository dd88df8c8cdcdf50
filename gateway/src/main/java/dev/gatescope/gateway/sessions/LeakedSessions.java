package dev.gatescope.gateway.sessions;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The sessions that nobody gave back, with the events that told of it: why there is none left for
 * others. Safe from any thread.
 */
final class LeakedSessions {
    /** As many explain an empty pool as well as all do. */
    private static final int MOST_NAMED = 5;

    private final ConcurrentSkipListMap<Long, Long> events = new ConcurrentSkipListMap<>();

    void add(long session, long event) {
        events.put(session, event);
    }

    void remove(long session) {
        if (!events.isEmpty()) {
            events.remove(session);
        }
    }

    /**
     * The events that explain why a pool of this size gives nothing more: the last leaks, where
     * they hold half of it or more. Fewer would not have emptied it.
     */
    List<Long> explain(int poolSize) {
        return events.size() * 2 < poolSize
                ? List.of()
                : events.descendingMap().values().stream().limit(MOST_NAMED).toList();
    }
}
