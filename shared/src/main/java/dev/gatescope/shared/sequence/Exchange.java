package dev.gatescope.shared.sequence;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.sequence.EventArrows.Message;
import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a connection's life: one message with all that came of it, or a single event outside of
 * messages.
 *
 * @param kind the message's type; empty for a single event
 * @param over whether it is known what became of the message
 */
record Exchange(String kind, boolean over, List<Arrow> arrows) {
    private static final Set<String> OUTCOMES =
            Set.of("message.routed", "message.refused", "message.failed", "message.abandoned");
    private static final Set<String> LOST_THEIR_MESSAGE =
            Set.of(
                    "message.routed",
                    "session.opened",
                    "session.committed",
                    "session.rolled_back",
                    "session.closed");

    /** What a message went through, whenever it was; the same for equal exchanges. */
    String shape() {
        return arrows.stream().map(Arrow::key).collect(Collectors.joining("\n"));
    }

    boolean failed() {
        return arrows.stream().anyMatch(arrow -> arrow.kind() == Kind.ERROR);
    }

    /** A connection's events, oldest first, cut into messages and what lies between them. */
    static List<Exchange> partsOf(List<Event> events) {
        var parts = new ArrayList<Exchange>();
        if (events.isEmpty()) {
            return parts;
        }
        var openedAt = events.getFirst().time();
        boolean welcomeKept = events.stream().anyMatch(Exchange::isWelcome);
        boolean lossSaid = false;
        for (int i = 0; i < events.size(); ) {
            var event = events.get(i);
            if (event.type().equals("message.received")) {
                int end = endOfMessage(events, i);
                parts.add(message(events.subList(i, end), openedAt));
                i = end;
                continue;
            }
            i++;
            if (!LOST_THEIR_MESSAGE.contains(event.type())) {
                long at = since(openedAt, event);
                if (event.type().equals("connection.ready") && !welcomeKept) {
                    parts.add(new Exchange("", true, List.of(EventArrows.welcome(at))));
                }
                parts.add(new Exchange("", true, EventArrows.of(event, at, Message.NONE)));
            } else if (!lossSaid) {
                lossSaid = true;
                parts.add(new Exchange("", true, List.of(loss(since(openedAt, event)))));
            }
        }
        return parts;
    }

    private static boolean isWelcome(Event event) {
        return event.type().equals("message.sent")
                && EventArrows.WELCOME.equals(event.data().get("type"));
    }

    private static int endOfMessage(List<Event> events, int begin) {
        int end = begin + 1;
        while (end < events.size() && belongsToMessage(events.get(end).type())) {
            end++;
        }
        return end;
    }

    private static boolean belongsToMessage(String type) {
        return type.startsWith("session.")
                || (type.startsWith("message.")
                        && !type.equals("message.received")
                        && !type.equals("message.queued"));
    }

    private static Exchange message(List<Event> events, Instant openedAt) {
        var kind = String.valueOf(events.getFirst().data().getOrDefault("type", "other"));
        var message =
                new Message(
                        kind,
                        events.stream().anyMatch(Exchange::showsHandling),
                        events.stream().anyMatch(e -> hasCode(e, "NOT_READY")));
        var arrows =
                events.stream()
                        .flatMap(e -> EventArrows.of(e, since(openedAt, e), message).stream())
                        .toList();
        return new Exchange(
                kind, events.stream().anyMatch(e -> OUTCOMES.contains(e.type())), arrows);
    }

    private static boolean showsHandling(Event event) {
        return event.type().startsWith("session.")
                || event.type().equals("message.routed")
                || hasCode(event, "HANDLER_FAILED");
    }

    private static boolean hasCode(Event event, String code) {
        return code.equals(event.data().get("code"));
    }

    private static Arrow loss(long at) {
        return Arrow.of(
                at,
                Lifeline.ROUTER,
                Lifeline.ROUTER,
                Kind.NOTE,
                "earlier messages",
                "Earlier messages are no longer kept.");
    }

    private static long since(Instant openedAt, Event event) {
        return Duration.between(openedAt, event.time()).toMillis();
    }
}
