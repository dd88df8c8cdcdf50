package dev.gatescope.shared.sequence;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.sequence.Row.Absence;
import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Ghost;
import dev.gatescope.shared.sequence.Row.Standing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lays what happened over the fixed flow: says what was in its turn, and what is absent. */
final class IdealFlow {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Step, Standing> taken = new EnumMap<>(Step.class);
    private @Nullable Step furthest;

    private IdealFlow() {}

    /** The arrows, with the ghosts of absent steps between them. */
    static List<Row> behind(List<Arrow> arrows, List<Event> events, boolean over) {
        var flow = new IdealFlow();
        for (var arrow : arrows) {
            flow.rows.add(flow.placed(arrow));
        }
        for (var step : Step.values()) {
            var absence = flow.absenceOf(step, events, over);
            if (absence != null) {
                flow.rows.add(flow.placeOf(step, over), new Ghost(step, absence));
            }
        }
        return List.copyOf(flow.rows);
    }

    private Arrow placed(Arrow arrow) {
        var step = arrow.step();
        if (step == null || taken.containsKey(step)) {
            return arrow;
        }
        if (furthest == null || furthest.compareTo(step) < 0) {
            furthest = step;
            taken.put(step, Standing.IN_PLACE);
            return arrow.standing(Standing.IN_PLACE, "");
        }
        taken.put(step, Standing.OUT_OF_ORDER);
        return arrow.standing(Standing.OUT_OF_ORDER, "out of order: after " + furthest.word());
    }

    private @Nullable Absence absenceOf(Step step, List<Event> events, boolean over) {
        var standing = taken.get(step);
        if (standing != null) {
            return standing == Standing.OUT_OF_ORDER ? Absence.LATE : null;
        }
        if (step == Step.WAIT) {
            return shouldHaveWaited(events) ? Absence.MISSING : null;
        }
        if (rows.stream().anyMatch(row -> isDueAt(row, step))) {
            return Absence.MISSING;
        }
        if (!over) {
            return Absence.AWAITED;
        }
        return step == Step.ROUTE ? null : Absence.NOT_REACHED; // it may have had nothing to say
    }

    /**
     * A registration that fails for want of a part would have waited for it in the fixed flow,
     * which goes on without only when it knows that the part will not come, and then says so.
     */
    private boolean shouldHaveWaited(List<Event> events) {
        return !taken.containsKey(Step.REGISTER)
                && events.stream().noneMatch(e -> e.type().equals("connection.rejected"))
                && events.stream()
                        .anyMatch(e ->
                                e.type().equals("registration.failed")
                                        && "missing_dependency".equals(e.data().get("reason")));
    }

    /** Before whatever shows that the step was due, else at the end. */
    private int placeOf(Step step, boolean over) {
        for (int i = 0; i < rows.size(); i++) {
            if (isDueAt(rows.get(i), step)) {
                return i;
            }
        }
        for (int i = 0; over && i < rows.size(); i++) {
            if (rows.get(i).key().startsWith("connection.closed")) {
                return i;
            }
        }
        return rows.size();
    }

    private static boolean isDueAt(Row row, Step step) {
        return switch (row) {
            case Arrow arrow -> arrow.overdue() != null && arrow.overdue().compareTo(step) >= 0;
            case Ghost _ -> false;
        };
    }
}
