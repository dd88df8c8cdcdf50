package dev.gatescope.console.sequence;

import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections that one can be compared with: those chosen last, then the newest. For the
 * models' thread.
 */
final class Candidates implements FeedListener {
    private static final int MOST = 200;

    private final Map<String, Candidate> chosen = new LinkedHashMap<>();
    private final Map<String, Candidate> known = new LinkedHashMap<>();

    @Override
    public void onRestart() {
        known.clear();
    }

    @Override
    public void onConnections(List<ConnectionInfo> connections) {
        for (var connection : connections) {
            known.put(connection.id(), Candidate.of(connection));
            if (chosen.containsKey(connection.id())) {
                chosen.put(connection.id(), Candidate.of(connection));
            }
        }
        dropOldest(known);
    }

    void noteChosen(ConnectionInfo connection) {
        chosen.remove(connection.id()); // to become the last
        chosen.put(connection.id(), Candidate.of(connection));
        dropOldest(chosen);
    }

    /** All but one, those that are likely to be wanted first. */
    List<Candidate> except(@Nullable String id) {
        var all = new LinkedHashMap<String, Candidate>();
        new ArrayList<>(chosen.values()).reversed().forEach(each -> all.put(each.id(), each));
        new ArrayList<>(known.values())
                .reversed()
                .forEach(each -> all.putIfAbsent(each.id(), each));
        if (id != null) {
            all.remove(id);
        }
        return all.values().stream().limit(MOST).toList();
    }

    private static void dropOldest(Map<String, Candidate> map) {
        var oldest = map.keySet().iterator();
        for (int tooMany = map.size() - MOST; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }
}
