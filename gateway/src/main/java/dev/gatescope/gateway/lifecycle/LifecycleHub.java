package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.List;

/**
 * The one place through which every fact goes, on the thread on which it happened. Observers take
 * no lock and wait for nobody; one that fails is logged and does not stop the others.
 */
public final class LifecycleHub {
    /** Sees every fact as it happens; must not lock, wait, or throw. */
    @FunctionalInterface
    public interface Observer {
        /** A fact happened; called on the gateway's thread that made it. */
        void on(Occurrence occurrence);
    }

    /** The id that stands for no event. */
    public static final long NONE = 0;

    private static final Logger log = LoggerFactory.getLogger(LifecycleHub.class);

    private final Observer[] observers;
    private final InstantSource clock;
    private final EventNumbers numbers;
    private final Receipts receipts = new Receipts();
    private final Places places;

    /**
     * @param numbers gives each event its own
     * @param observers told in this order; with none, nothing is observed and facts have no ids
     */
    public LifecycleHub(InstantSource clock, EventNumbers numbers, List<Observer> observers) {
        this.clock = clock;
        this.observers = observers.toArray(Observer[]::new);
        this.numbers = numbers;
        this.places = new Places(!observers.isEmpty());
    }

    /** Where in the code things are taken; with no observers nobody wants to know. */
    public Places places() {
        return places;
    }

    /** Reports a step of a connection, caused by the connection's last step. */
    public long report(Connection about, Fact fact) {
        return report(about, about.lastStep(), List.of(), fact);
    }

    /** Reports a fact about a connection, or about none, with its cause. */
    public long report(@Nullable Connection about, long cause, Fact fact) {
        return report(about, cause, List.of(), fact);
    }

    /** Reports a fact with what it rests on. */
    public long report(@Nullable Connection about, Causes causes, Fact fact) {
        return report(about, causes.main(), causes.also(), fact);
    }

    /**
     * Reports a fact with its main cause and further ones; the faults that had a hand in those had
     * one in it.
     *
     * @return the id of the new event
     */
    public long report(@Nullable Connection about, long cause, List<Long> also, Fact fact) {
        if (observers.length == 0) {
            return NONE;
        }
        var now = clock.millis();
        var faults = receipts.of(fact, cause, also);
        var occurrence =
                new Occurrence(
                        numbers.next(now), now, cause, also, faults, about, userOf(about), fact);
        receipts.keep(occurrence);
        if (about != null) {
            about.remember(occurrence);
        }
        for (var observer : observers) {
            tell(observer, occurrence);
        }
        return occurrence.id();
    }

    private static @Nullable String userOf(@Nullable Connection about) {
        return about == null ? null : about.user();
    }

    private static void tell(Observer observer, Occurrence occurrence) {
        try {
            observer.on(occurrence);
        } catch (RuntimeException e) {
            log.warn("An observer failed at {}", occurrence.fact().type(), e);
        }
    }
}
