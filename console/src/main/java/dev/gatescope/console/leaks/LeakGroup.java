package dev.gatescope.console.leaks;

import dev.gatescope.shared.admin.LeakInfo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was taken at the same place and is of the same kind.
 *
 * @param place the first frame outside libraries
 * @param leaks the single ones, the oldest first; never none
 */
record LeakGroup(String id, String place, String kind, List<LeakInfo> leaks) {
    private static final Comparator<LeakInfo> OLDEST_FIRST =
            Comparator.comparing(LeakInfo::acquired).thenComparing(LeakInfo::id);

    /** Groups by the acquiring place; the group with the oldest one first, so that none jumps. */
    static List<LeakGroup> of(List<LeakInfo> leaks) {
        var groups = new LinkedHashMap<String, List<LeakInfo>>();
        leaks.stream()
                .sorted(OLDEST_FIRST)
                .forEach(leak ->
                        groups.computeIfAbsent(
                                        leak.kind() + " " + leak.fingerprint(),
                                        id -> new ArrayList<>())
                                .add(leak));
        return groups.entrySet().stream()
                .map(group -> {
                    var first = group.getValue().getFirst();
                    return new LeakGroup(
                            group.getKey(),
                            first.acquiredAt(),
                            first.kind(),
                            List.copyOf(group.getValue()));
                })
                .toList();
    }

    /** When the oldest was taken. */
    Instant oldest() {
        return leaks.getFirst().acquired();
    }
}
