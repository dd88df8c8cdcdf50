package dev.gatescope.gateway.leaks;

import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.shared.admin.LeakInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Something that is, or was, held although its owner is over. Names its owner and holds nothing of
 * it. Safe from any thread.
 */
public final class Leak {
    private final Item item;
    private final long event;
    private final long sinceMillis;
    private final Holding holding;
    private final @Nullable Long connection;
    private final @Nullable String user;
    private volatile @Nullable End end;

    /**
     * What is leaked.
     *
     * @param number the session's; for a handler that of its connection
     */
    public record Item(Kind kind, long number) {}

    private record End(LeakState state, long millis) {}

    Leak(Item item, Occurrence told, Holding holding) {
        this.item = item;
        this.event = told.id();
        this.sinceMillis = told.epochMillis();
        this.holding = holding;
        this.connection = told.connection() == null ? null : told.connection().number();
        this.user = told.user();
    }

    /** What it is. */
    public Item item() {
        return item;
    }

    /** The event that told of it: its number. */
    public long event() {
        return event;
    }

    /** The number of the connection whose it is, where it is one's. */
    public @Nullable Long connection() {
        return connection;
    }

    /** What has become of it. */
    public LeakState state() {
        var ended = end;
        return ended == null ? LeakState.LEAKED : ended.state();
    }

    void end(LeakState how, long epochMillis) {
        end = new End(how, epochMillis);
    }

    /** As the admin API shows it. */
    public LeakInfo info(long nowMillis) {
        var ended = end;
        var acquired = sinceMillis - TimeUnit.NANOSECONDS.toMillis(holding.heldNanos());
        var until = ended == null ? nowMillis : ended.millis();
        var request = holding.request();
        var place = holding.place();
        return new LeakInfo(
                Ids.leakText(event),
                item.kind().word(),
                new LeakInfo.Owner(
                        connection == null ? null : Ids.text(connection),
                        user,
                        request == LifecycleHub.NONE ? null : Ids.eventText(request)),
                item.kind().expected(),
                Instant.ofEpochMilli(sinceMillis),
                Instant.ofEpochMilli(acquired),
                Math.max(0, until - acquired) / 1_000.0,
                place.acquiredAt(),
                place.stack(),
                state().word(),
                ended == null ? null : Instant.ofEpochMilli(ended.millis()),
                place.fingerprint(),
                Ids.eventText(event));
    }
}
