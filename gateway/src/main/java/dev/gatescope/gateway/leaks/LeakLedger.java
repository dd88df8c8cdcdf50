package dev.gatescope.gateway.leaks;

import dev.gatescope.gateway.leaks.Leak.Item;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jspecify.annotations.Nullable;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Everything that is leaked now, and the last of what was: written by the facts that tell of it,
 * without a lock. Holds nothing of what is leaked; who wants it closed goes to the part that has
 * it. Safe from any thread.
 */
public final class LeakLedger implements LifecycleHub.Observer {
    /** How many are kept that are leaked no more. */
    static final int ENDED_KEPT = 1_000;

    private final ConcurrentHashMap<Item, Leak> leaked = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Leak> byEvent = new ConcurrentSkipListMap<>();
    private final Queue<Leak> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger endedCount = new AtomicInteger();

    @Override
    public void on(Occurrence occurrence) {
        switch (occurrence.fact()) {
            case HandlerFact.Leaked(var holding) ->
                    begin(handlerOf(occurrence), occurrence, holding);
            case HandlerFact.Removed(var wasLeaked, var reclaimed) -> {
                if (wasLeaked) {
                    end(handlerOf(occurrence), occurrence, reclaimed);
                }
            }
            case SessionFact.Leaked(var session, var holding) ->
                    begin(new Item(Kind.SESSION, session), occurrence, holding);
            case SessionFact.Returned(var session, var reclaimed) ->
                    end(new Item(Kind.SESSION, session), occurrence, reclaimed);
            default -> {} // of no holding
        }
    }

    private static Item handlerOf(Occurrence occurrence) {
        var connection = occurrence.connection();
        return new Item(Kind.HANDLER, connection == null ? 0 : connection.number());
    }

    private void begin(Item item, Occurrence told, Holding holding) {
        var leak = new Leak(item, told, holding);
        byEvent.put(leak.event(), leak);
        leaked.put(item, leak);
    }

    private void end(Item item, Occurrence told, boolean reclaimed) {
        var leak = leaked.remove(item);
        if (leak == null) {
            return;
        }
        leak.end(reclaimed ? LeakState.RECLAIMED : LeakState.RETURNED, told.epochMillis());
        ended.add(leak);
        if (endedCount.incrementAndGet() > ENDED_KEPT) {
            endedCount.decrementAndGet();
            var oldest = ended.remove();
            byEvent.remove(oldest.event());
        }
    }

    /** How many of a kind are leaked now. */
    public long leakedNow(Kind kind) {
        return leaked.keySet().stream().filter(item -> item.kind() == kind).count();
    }

    /** The leak that this event told of, if it is still kept. */
    public @Nullable Leak find(long event) {
        return byEvent.get(event);
    }

    /** Those that were told of before this event, newest first. */
    public Stream<Leak> before(long event) {
        return byEvent.headMap(event, false).descendingMap().values().stream();
    }
}
