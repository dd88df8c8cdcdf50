package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The events from one that was asked about to its roots, in the order in which they are read: each
 * before what explains it.
 */
record Chain(List<Link> links) {
    /**
     * One event of the chain.
     *
     * @param depth how many lie between it and the one asked about
     * @param root what kind of root it is; none where others explain it
     */
    record Link(Event event, int depth, @Nullable Root root) {}

    /** The links that nothing explains further, also those at which only the record ends. */
    List<Link> ends() {
        return links.stream().filter(link -> link.root() != null).toList();
    }

    /** The roots. */
    List<Link> roots() {
        return links.stream()
                .filter(link -> link.root() != null && link.root() != Root.UNKNOWN)
                .toList();
    }

    /** Whether each way ends at a root. */
    boolean complete() {
        return !roots().isEmpty() && links.stream().noneMatch(link -> link.root() == Root.UNKNOWN);
    }
}
