package dev.gatescope.gateway.why;

import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.journal.JournalUnavailable;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells of any event why it happened, from the record alone: where the record ends, it says so.
 * Safe from any thread.
 */
public final class WhyAnswers {
    private final RecordedEvents record;
    private final Evidence evidence;
    private final Meanwhile meanwhile;
    private final Runnable catchUp;

    WhyAnswers(
            RecentEvents recent,
            Connections connections,
            EventJournal journal,
            Predicate<String> ambient,
            Runnable catchUp) {
        this.record = new RecordedEvents(recent, connections, journal);
        this.evidence = new Evidence(record);
        this.meanwhile = new Meanwhile(record, ambient);
        this.catchUp = catchUp;
    }

    /**
     * Why an event happened.
     *
     * @return nothing where no record of it is left
     * @throws JournalUnavailable where it would be in a journal that cannot be read now
     */
    public Optional<Why> why(long number) {
        catchUp.run();
        return Optional.ofNullable(record.findOrFail(number)).map(this::why);
    }

    private Why why(Event symptom) {
        var chain = Walk.from(symptom, record);
        return new Why(
                chain.links().stream().map(Chain.Link::event).toList(),
                chain.roots().stream().map(root -> root.event().id()).toList(),
                chain.complete(),
                steps(chain),
                meanwhile.at(symptom));
    }

    private List<Why.Step> steps(Chain chain) {
        var steps = new ArrayList<Why.Step>();
        for (var link : chain.links()) {
            var event = link.event();
            var root = link.root();
            var hasted = root == null && link.depth() > 0 && isAccepted(event);
            steps.add(
                    new Why.Step(
                            event.id(),
                            link.depth(),
                            Sentences.part(event),
                            hasted ? hasted(event) : Sentences.of(event),
                            evidenceOf(link),
                            root == null ? "" : root.word()));
        }
        return List.copyOf(steps);
    }

    private List<String> evidenceOf(Chain.Link link) {
        var values = evidence.of(link.event());
        if (link.root() != Root.UNKNOWN) {
            return values;
        }
        var all = new ArrayList<>(values);
        all.add("nothing is recorded that explains it further");
        return List.copyOf(all);
    }

    private static boolean isAccepted(Event event) {
        return event.type().equals("connection.accepted");
    }

    /** What makes a flow without a gate matter: how much too early the connection came. */
    private String hasted(Event accepted) {
        return record.readyAfter(accepted, ready -> Data.text(ready, "everything").equals("true"))
                .map(ready ->
                        "The connection was accepted "
                                + Evidence.millis(accepted, ready)
                                + " ms before startup completed")
                .orElse("The connection was accepted although startup had not completed");
    }
}
