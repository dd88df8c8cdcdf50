package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultKindInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of faults that a gateway knows, in the order of a connection's life. Immutable.
 *
 * @param kinds by group, each group in the gateway's order
 */
record Catalogue(List<FaultKindInfo> kinds) {
    static final Catalogue EMPTY = new Catalogue(List.of());

    private static final List<String> GROUPS =
            List.of(
                    "startup",
                    "auth",
                    "registration",
                    "handler",
                    "session",
                    "message",
                    "connection",
                    "gateway");

    /**
     * A line of the list.
     *
     * @param first whether it is the first of its group that is shown
     */
    record Row(FaultKindInfo kind, boolean first) {}

    static Catalogue of(List<FaultKindInfo> kinds) {
        var sorted = new ArrayList<>(kinds);
        sorted.sort(Comparator.comparingInt(kind -> place(kind.group())));
        return new Catalogue(List.copyOf(sorted));
    }

    /** The kinds that have all the words of a search, in their name, their sentence or a figure. */
    List<Row> find(String search) {
        var words = search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        var rows = new ArrayList<Row>();
        String group = null;
        for (var kind : kinds) {
            if (hasAll(kind, words)) {
                rows.add(new Row(kind, !kind.group().equals(group)));
                group = kind.group();
            }
        }
        return rows;
    }

    Set<String> names() {
        return kinds.stream().map(FaultKindInfo::kind).collect(Collectors.toSet());
    }

    /** The kind of this name; none where the gateway does not know it. */
    @Nullable FaultKindInfo kind(String name) {
        return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst().orElse(null);
    }

    private static boolean hasAll(FaultKindInfo kind, String[] words) {
        String text =
                String.join(
                                " ",
                                kind.kind(),
                                kind.group(),
                                kind.title(),
                                kind.description(),
                                String.join(" ", kind.moves()),
                                Figure.moved(kind))
                        .toLowerCase(Locale.ROOT);
        for (var word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** A newer gateway's groups come last. */
    private static int place(String group) {
        int place = GROUPS.indexOf(group);
        return place < 0 ? GROUPS.size() : place;
    }
}
