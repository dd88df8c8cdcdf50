package dev.gatescope.console.connections;

import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/** A connection's state as shape, word and colour. */
final class StateCell extends TableCell<ConnectionRow, ConnectionInfo> {
    private final StatusBadge badge = new StatusBadge(Status.NEUTRAL, "");
    private String shown = "";

    /** How a connection in this state looks. */
    static Status status(String stateWord) {
        return switch (stateWord) {
            case "ready" -> Status.GOOD;
            case "connecting", "authenticating", "waiting", "registering" -> Status.INFO;
            case "rejected" -> Status.WARNING;
            case "failed" -> Status.BAD;
            default -> Status.NEUTRAL;
        };
    }

    @Override
    protected void updateItem(@Nullable ConnectionInfo connection, boolean empty) {
        super.updateItem(connection, empty);
        setGraphic(connection == null ? null : badge);
        if (connection == null) {
            return;
        }
        String word = Facts.stateWord(connection);
        if (!word.equals(shown)) { // the other facts of a connection change far more often
            shown = word;
            badge.show(status(word), word);
        }
    }
}
