package dev.gatescope.shared.sequence;

import dev.gatescope.shared.admin.Event;

import java.util.Comparator;
import java.util.List;

/**
 * The life of one connection as a sequence diagram, with the flow as it should be behind it: a step
 * in its place covers its ghost, one that is missing or late leaves the ghost standing.
 *
 * @param connection its id
 * @param rows from the top to the bottom
 * @param over whether the connection has ended
 */
public record SequenceDiagram(String connection, List<Row> rows, boolean over) {
    /**
     * The diagram of a connection's events, also of one that still lives.
     *
     * @param events those of this connection as the admin API gives them, in any order; others are
     *     left out
     */
    public static SequenceDiagram of(String connection, List<Event> events) {
        var own =
                events.stream()
                        .filter(event -> connection.equals(event.connection()))
                        .sorted(Comparator.comparing(Event::id))
                        .toList();
        boolean over = own.stream().anyMatch(event -> event.type().equals("connection.closed"));
        var arrows = Messages.collapsed(Exchange.partsOf(own));
        return new SequenceDiagram(connection, IdealFlow.behind(arrows, own, over), over);
    }

    /** Whether every step that was due was taken in its turn. */
    public boolean inOrder() {
        return rows.stream().allMatch(SequenceDiagram::isWell);
    }

    private static boolean isWell(Row row) {
        return switch (row) {
            case Row.Arrow arrow -> arrow.standing() != Row.Standing.OUT_OF_ORDER;
            case Row.Ghost ghost ->
                    switch (ghost.absence()) {
                        case MISSING, LATE -> false;
                        case NOT_REACHED, AWAITED -> true;
                    };
        };
    }
}
