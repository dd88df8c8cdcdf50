package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The faults that act now, within their rails: each has an end, those of a lease end without its
 * renewal, those with a condition end by it, and all can be stopped at once. Safe from any thread;
 * {@link #acting} costs one volatile read.
 */
public final class FaultPlan implements AutoCloseable {
    /** How many act at once at most. */
    public static final int MOST_ACTIVE = 100;

    /** How many that are over are still listed. */
    static final int OVER_KEPT = 200;

    private static final Duration LOOK_AT_FIGURES = Duration.ofSeconds(1);

    /**
     * Where and when a plan lives.
     *
     * @param permitted whether faults may be injected here at all
     * @param numbers gives each fault its own
     * @param latestConnection the number of the latest connection
     * @param figures what conditions look at
     * @param nanos a clock that is never set
     */
    record Setting(
            boolean permitted,
            LifecycleHub hub,
            LongSupplier numbers,
            LongSupplier latestConnection,
            Supplier<Snapshot> figures,
            InstantSource clock,
            LongSupplier nanos,
            Alarms alarms) {}

    private final Setting setting;
    private final Catalogue catalogue;
    private final Supplier<Surroundings> surroundings;
    private final Map<Long, FaultRecord> active = new LinkedHashMap<>();
    private final Deque<FaultRecord> over = new ArrayDeque<>();
    private volatile Replacements acting = Replacements.NONE;
    private volatile int activeCount;
    private boolean blocked;
    private boolean closed;
    private @Nullable Runnable nextLook;

    FaultPlan(Setting setting, Catalogue catalogue, Supplier<Surroundings> surroundings) {
        this.setting = setting;
        this.catalogue = catalogue;
        this.surroundings = surroundings;
    }

    Replacements acting() {
        return acting;
    }

    /** What faults can stand around. */
    public FaultyParts parts() {
        return new FaultyParts(this::acting);
    }

    /** What can be injected. */
    public List<FaultKindInfo> catalogue() {
        return catalogue.infos();
    }

    /** Whether faults may be injected here at all. */
    public boolean isPermitted() {
        return setting.permitted;
    }

    /** Whether new ones are taken now. */
    public synchronized boolean isAllowed() {
        return setting.permitted && !blocked && !closed;
    }

    /** How many act now. */
    public int activeCount() {
        return activeCount;
    }

    /** All that are kept, newest first. */
    public synchronized List<FaultInfo> list() {
        var all = new ArrayList<FaultInfo>();
        active.values().forEach(one -> all.add(one.info()));
        over.forEach(one -> all.add(one.info()));
        all.sort((a, b) -> b.id().compareTo(a.id()));
        return all;
    }

    /** One that is asked for and may be injected. */
    public interface Accepted {
        /** What it will do, for people. */
        String sentence();

        /**
         * Lets it act from now on.
         *
         * @param by who asked for it
         * @param cause the event of that
         * @throws FaultRefused where it may be no more
         */
        FaultInfo begin(String by, long cause) throws FaultRefused;
    }

    /**
     * Checks a request.
     *
     * @param unknown names of fields that it has and nobody knows
     * @throws InvalidFault where something in it has to be mended
     * @throws FaultRefused where none may be injected now
     */
    public Accepted accept(FaultRequest request, List<String> unknown)
            throws InvalidFault, FaultRefused {
        checkRoom();
        var injection = Injection.of(request, unknown, catalogue);
        return new Accepted() {
            @Override
            public String sentence() {
                return injection.sentence();
            }

            @Override
            public FaultInfo begin(String by, long cause) throws FaultRefused {
                return FaultPlan.this.begin(injection, by, cause);
            }
        };
    }

    /**
     * Returns where one more may be injected now.
     *
     * @throws FaultRefused where not
     */
    public synchronized void checkRoom() throws FaultRefused {
        if (!setting.permitted) {
            throw new FaultRefused(
                    FaultRefused.Why.FORBIDDEN,
                    "This gateway runs in production and was started without --allow-faults.");
        }
        if (blocked || closed) {
            throw new FaultRefused(
                    FaultRefused.Why.BLOCKED,
                    "All faults were stopped; POST /api/v1/faults/allow lets new ones in again.");
        }
        if (active.size() >= MOST_ACTIVE) {
            throw new FaultRefused(
                    FaultRefused.Why.TOO_MANY, MOST_ACTIVE + " faults are active; stop one first.");
        }
    }

    private synchronized FaultInfo begin(Injection injection, String by, long cause)
            throws FaultRefused {
        checkRoom();
        var number = setting.numbers.getAsLong();
        var kind = injection.kind().description().kind();
        var started =
                setting.hub.report(
                        null,
                        cause,
                        new FaultFact.Started(
                                number, kind, injection.sentence(), by, injection.reason()));
        var fault =
                new ActiveFault(
                        number,
                        injection,
                        setting.hub,
                        setting.alarms,
                        started,
                        setting.latestConnection.getAsLong());
        var record = new FaultRecord(fault, by, setting.clock.instant(), setting.nanos.getAsLong());
        active.put(number, record);
        activeCount = active.size();
        List<Hook> hooks;
        try {
            hooks = injection.kind().begin(injection.arguments(), fault, surroundings.get());
        } catch (RuntimeException e) {
            end(record, FaultInfo.STOPPED, "it could not begin", cause);
            throw e;
        }
        acting = acting.with(fault, hooks);
        lookAgain();
        return record.info();
    }

    /**
     * Ends one.
     *
     * @param cause the event that asked for it
     * @return false where none of this number is active
     */
    public boolean stop(long number, String by, long cause) {
        FaultRecord record;
        synchronized (this) {
            record = active.get(number);
        }
        return record != null && end(record, FaultInfo.STOPPED, by + " stopped it", cause);
    }

    /** Whether one of this number is active. */
    public synchronized boolean isActive(long number) {
        return active.containsKey(number);
    }

    /** Begins the lease of one anew; none where none of this number is active. */
    public synchronized Optional<FaultInfo> renew(long number) {
        var record = active.get(number);
        if (record == null) {
            return Optional.empty();
        }
        record.renew(setting.clock.instant(), setting.nanos.getAsLong());
        lookAgain();
        return Optional.of(record.info());
    }

    /** Ends all, and lets no new ones in until they are allowed again. */
    public void stopAll(String by, long cause) {
        synchronized (this) {
            blocked = true;
        }
        endAll(by + " stopped all", cause);
    }

    /** Lets new ones in again. */
    public synchronized void allow() {
        blocked = false;
    }

    private void endAll(String why, long cause) {
        List<FaultRecord> all;
        synchronized (this) {
            all = List.copyOf(active.values()).reversed();
        }
        all.forEach(record -> end(record, FaultInfo.STOPPED, why, cause));
    }

    /** Ends it, and returns when nothing of it remains; false where it was over. */
    private boolean end(FaultRecord record, String how, String why, long cause) {
        var fault = record.fault();
        synchronized (this) {
            if (active.remove(fault.number()) == null) {
                return false;
            }
            activeCount = active.size();
            record.over(how, why);
            over.addFirst(record);
            if (over.size() > OVER_KEPT) {
                over.removeLast();
            }
            acting = acting.without(fault);
        }
        fault.end(why);
        var kind = fault.injection().kind().description().kind();
        var ended = new FaultFact.Ended(fault.number(), kind, how, why, fault.hits());
        if (cause == LifecycleHub.NONE) {
            setting.hub.report(null, fault.started(), ended);
        } else {
            setting.hub.report(null, cause, List.of(fault.started()), ended);
        }
        return true;
    }

    /** Ends those whose time is over or whose condition is reached; then looks again in time. */
    private void look() {
        var now = setting.nanos.getAsLong();
        List<FaultRecord> all;
        synchronized (this) {
            all = List.copyOf(active.values());
        }
        for (var record : all) {
            if (!record.left(now).isPositive()) {
                end(record, FaultInfo.EXPIRED, record.whyOver(now), LifecycleHub.NONE);
            } else {
                lookAtFigures(record);
            }
        }
        synchronized (this) {
            lookAgain();
        }
    }

    private void lookAtFigures(FaultRecord record) {
        var condition = record.fault().injection().stopWhen();
        if (condition != null) {
            StopFigure.reached(condition, setting.figures.get())
                    .ifPresent(why -> end(record, FaultInfo.STOPPED, why, LifecycleHub.NONE));
        }
    }

    /** Looks when the next one is due; each second where a condition is to be looked at. */
    private void lookAgain() {
        var pending = nextLook;
        if (pending != null) {
            pending.run();
            nextLook = null;
        }
        var now = setting.nanos.getAsLong();
        active.values().stream()
                .map(record -> untilNextLook(record, now))
                .min(Duration::compareTo)
                .filter(_ -> !closed)
                .ifPresent(in -> nextLook = setting.alarms.in(in, this::look));
    }

    private static Duration untilNextLook(FaultRecord record, long now) {
        var left = record.left(now);
        var looks = record.fault().injection().stopWhen() != null;
        return looks && left.compareTo(LOOK_AT_FIGURES) > 0 ? LOOK_AT_FIGURES : left;
    }

    /** Ends all for good. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            blocked = true;
        }
        endAll("the gateway stops", LifecycleHub.NONE);
    }
}
