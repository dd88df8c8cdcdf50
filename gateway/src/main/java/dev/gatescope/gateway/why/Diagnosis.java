package dev.gatescope.gateway.why;

import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.RingReader;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.ProblemInfo;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads events behind the ring, on a thread of its own: keeps the last of them for those who ask
 * why, and puts errors of the same symptom and root together as problems. Safe from any thread.
 */
public final class Diagnosis implements AutoCloseable {
    private static final long CATCH_UP_MILLIS = 1_000;

    private final RecentEvents recent = new RecentEvents();
    private final ProblemBook all = new ProblemBook();
    private final ProblemBook withoutDemo = new ProblemBook();
    private final RingReader reader;
    private final InstantSource clock;

    /** Reads what this ring publishes from now on, once it is started. */
    public Diagnosis(EventRing ring, LifecycleHub hub, InstantSource clock) {
        this.reader = new RingReader("diagnosis", ring, hub, this::take);
        this.clock = clock;
    }

    /** Begins to read. */
    public void start() {
        reader.start();
    }

    private boolean take(List<Occurrence> batch) {
        for (var event : batch) {
            recent.add(event);
            if (Symptom.isError(event.fact())) {
                count(event);
            }
        }
        return true;
    }

    private void count(Occurrence event) {
        var error = Words.event(event);
        var symptom = Symptom.of(error);
        var cause = RootCause.of(Walk.from(error, recent));
        all.add(event, symptom, cause);
        var connection = event.connection();
        if (connection == null || !connection.origin().demo()) {
            withoutDemo.add(event, symptom, cause);
        }
    }

    /** The errors since the start as problems, those that matter most first. */
    public List<ProblemInfo> problems(boolean withDemo) {
        catchUp();
        return (withDemo ? all : withoutDemo).list(clock.millis());
    }

    /**
     * Answers why, from what is kept here, with the connections, and in the journal.
     *
     * @param ambient whether faults of a kind act on the gateway as a whole
     */
    public WhyAnswers answers(
            Connections connections, EventJournal journal, Predicate<String> ambient) {
        return new WhyAnswers(recent, connections, journal, ambient, this::catchUp);
    }

    private void catchUp() {
        reader.catchUp(CATCH_UP_MILLIS);
    }

    @Override
    public void close() {
        reader.close();
    }
}
