package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One frame of the live stream.
 *
 * @param seq counts the frames of this stream from 1
 * @param snapshot the newest figures
 * @param events what happened since the last frame, oldest first
 * @param connections the connections that changed since the last frame, in the first frame all that
 *     are open and those closed last; only where the stream was asked for them
 * @param dropped events that this stream lost since the last frame, because it was read too slowly
 */
public record StreamFrame(
        long seq,
        @Nullable Snapshot snapshot,
        List<Event> events,
        @Nullable List<ConnectionInfo> connections,
        long dropped) {}
