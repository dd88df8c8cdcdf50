package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The events published last, in memory: what happened this moment, and all that is asked for again
 * and again. Those about the gateway as a whole, at which most chains end, are few and are kept
 * longer than those about connections. Safe from any thread.
 */
final class RecentEvents implements Recorded {
    private static final int MOST = 1 << 14;
    private static final int MOST_OF_GATEWAY = 1 << 12;

    private static final class Last extends LinkedHashMap<Long, Occurrence> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Last(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Occurrence> eldest) {
            return size() > most;
        }
    }

    private final SequencedMap<Long, Occurrence> ofConnections = new Last(MOST);
    private final SequencedMap<Long, Occurrence> ofGateway = new Last(MOST_OF_GATEWAY);

    synchronized void add(Occurrence event) {
        if (event.fact() instanceof FaultFact.Noise) {
            return; // nothing rests on it, and it would drive out what something rests on
        }
        if (isOfGateway(event.fact())) {
            ofGateway.put(event.id(), event);
        } else {
            ofConnections.put(event.id(), event);
        }
    }

    private static boolean isOfGateway(Fact fact) {
        return switch (fact) {
            case ComponentFact _, FaultFact.Started _, FaultFact.Ended _ -> true;
            case OperationFact.EventsDropped _ -> false;
            case OperationFact _ -> true;
            case ConnectionFact _,
                    MessageFact _,
                    HandlerFact _,
                    SessionFact _,
                    FaultFact.Hit _,
                    FaultFact.Noise _ ->
                    false;
        };
    }

    @Override
    public @Nullable Event find(long number) {
        var found = occurrence(number);
        return found == null ? null : Words.event(found);
    }

    private synchronized @Nullable Occurrence occurrence(long number) {
        var found = ofGateway.get(number);
        return found == null ? ofConnections.get(number) : found;
    }

    /** From which number on all that happened to the gateway as a whole is here. */
    synchronized long gatewaySince() {
        var oldest = ofGateway.firstEntry();
        return oldest == null ? Long.MAX_VALUE : oldest.getKey();
    }

    /** The facts about the gateway as a whole after an event that are such, oldest first. */
    synchronized List<Event> ofGatewayAfter(long number, Predicate<Fact> which) {
        return ofGateway.values().stream()
                .filter(event -> event.id() > number && which.test(event.fact()))
                .map(Words::event)
                .toList();
    }
}
