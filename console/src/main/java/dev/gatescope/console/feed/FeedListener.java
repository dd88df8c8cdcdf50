package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Snapshot;

import java.util.List;

/** A model that lives from the feed; called on the models' thread, at most once a beat each. */
public interface FeedListener {
    /** The link to the gateway changed. */
    default void onLink(Link link) {}

    /**
     * A new stream began: after a loss, or because other traffic counts now. The connections that
     * follow are all there are.
     */
    default void onRestart() {}

    /** The newest figures; those that came between two beats are skipped. */
    default void onSnapshot(Snapshot snapshot) {}

    /**
     * What happened since the last beat, oldest first.
     *
     * @param dropped events that were lost on the way
     */
    default void onEvents(List<Event> events, long dropped) {}

    /** The newest state of each connection that changed since the last beat. */
    default void onConnections(List<ConnectionInfo> connections) {}
}
