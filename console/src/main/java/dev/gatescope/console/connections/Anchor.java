package dev.gatescope.console.connections;

import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Keeps a row where it is on the screen while rows above it come and go: the chosen one if it is in
 * sight, else the first in sight, unless that is the top of the table. For the JavaFX thread.
 */
final class Anchor {
    private final TableView<ConnectionRow> table;
    private @Nullable ConnectionRow row;
    private int linesAbove;

    Anchor(TableView<ConnectionRow> table) {
        this.table = table;
    }

    /** Remembers where the row is, before the rows change. */
    void drop(@Nullable String chosenId) {
        row = null;
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getLastVisibleCell() == null) {
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int end = Math.min(flow.getLastVisibleCell().getIndex() + 1, table.getItems().size());
        if (first >= end) {
            return;
        }
        List<ConnectionRow> inSight = table.getItems().subList(first, end);
        for (int i = 0; i < inSight.size(); i++) {
            if (inSight.get(i).id().equals(chosenId)) {
                row = inSight.get(i);
                linesAbove = i;
                return;
            }
        }
        row = first == 0 ? null : inSight.getFirst();
        linesAbove = 0;
    }

    /** Brings the row back to where it was, after the rows changed. */
    void hold() {
        int index = row == null ? -1 : table.getItems().indexOf(row);
        if (index >= 0) {
            table.scrollTo(Math.max(0, index - linesAbove));
        }
    }
}
