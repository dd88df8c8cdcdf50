package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees every fact of one gateway and keeps those of each script's connection apart, known by its
 * User-Agent from its first fact on. Safe from any thread.
 */
final class Sightings implements LifecycleHub.Observer {
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    /** What is known of this script's connection, now and later. */
    Track of(Script script) {
        return tracks.computeIfAbsent(script.userAgent(), _ -> new Track());
    }

    /** The track of a client that introduces itself like this; none for strangers. */
    @Nullable Track of(@Nullable String userAgent) {
        return userAgent == null ? null : tracks.get(userAgent);
    }

    @Override
    public void on(Occurrence occurrence) {
        var connection = occurrence.connection();
        var track = connection == null ? null : of(connection.origin().client());
        if (track != null) {
            track.note(occurrence);
        }
    }
}
