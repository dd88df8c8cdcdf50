package dev.gatescope.console;

import dev.gatescope.console.connections.ConnectionsModel;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.why.WhyModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The ways from one view to another, which do not know each other. For the JavaFX thread. */
final class Ways {
    private final ObjectProperty<Section> shown = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper cameFrom = new ReadOnlyStringWrapper("");
    private final List<Section> sections;
    private final ConnectionsModel connections;
    private final WhyModel why;
    private @Nullable Section before;

    /**
     * @param sections all views, as soon as they are made
     */
    Ways(List<Section> sections, ConnectionsModel connections, WhyModel why) {
        this.sections = sections;
        this.connections = connections;
        this.why = why;
    }

    /** The view that is shown; whoever sets it shows another. */
    ObjectProperty<Section> shown() {
        return shown;
    }

    /** The title of the view that last asked why; empty where none did. */
    ReadOnlyStringProperty cameFrom() {
        return cameFrom.getReadOnlyProperty();
    }

    /** Shows a connection. */
    void toConnection(String id) {
        connections.choose(id);
        show("connections");
    }

    /** Shows why an event happened. */
    void toWhy(String event) {
        before = shown.get();
        cameFrom.set(before.title());
        why.ask(event);
        show("why");
    }

    /** Shows the view that last asked why. */
    void back() {
        if (before != null) {
            shown.set(before);
        }
    }

    private void show(String id) {
        sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .ifPresent(shown::set);
    }
}
