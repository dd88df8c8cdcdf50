package dev.gatescope.console.connections;

import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One connection in the table. It stays the same object while the connection lives on, so that a
 * change reaches the cells that show it and nothing else. For the models' thread alone.
 */
public final class ConnectionRow {
    private final String id;
    private final ReadOnlyObjectWrapper<ConnectionInfo> info;

    ConnectionRow(ConnectionInfo first) {
        id = first.id();
        info = new ReadOnlyObjectWrapper<>(first);
    }

    /** The connection's id, which never changes. */
    String id() {
        return id;
    }

    /** The newest state. */
    ConnectionInfo now() {
        return info.get();
    }

    /** The newest state, to be observed. */
    ReadOnlyObjectProperty<ConnectionInfo> info() {
        return info.getReadOnlyProperty();
    }

    void update(ConnectionInfo newer) {
        info.set(newer);
    }

    @Override
    public String toString() {
        return id + " " + now().state();
    }
}
