package dev.gatescope.console.connections;

import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/** One fact of a connection as text. */
final class TextCell extends TableCell<ConnectionRow, ConnectionInfo> {
    private final Column column;

    TextCell(Column column) {
        this.column = column;
    }

    @Override
    protected void updateItem(@Nullable ConnectionInfo connection, boolean empty) {
        super.updateItem(connection, empty);
        setText(connection == null ? null : column.text(connection));
    }
}
