package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.traffic.Deed.Leave;
import dev.gatescope.gateway.traffic.Deed.LogIn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what demo clients did. Safe from any thread. */
final class DeedLog implements Witness {
    private final Map<String, List<Deed>> byUser = new ConcurrentHashMap<>();
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final List<String> surprises = new CopyOnWriteArrayList<>();

    @Override
    public void saw(String user, Deed deed, boolean asExpected) {
        byUser.computeIfAbsent(user, _ -> new CopyOnWriteArrayList<>()).add(deed);
        kinds.add(kind(deed));
        if (!asExpected) {
            surprises.add(user + ": " + deed);
        }
    }

    /** What each user did, in order. */
    Map<String, List<Deed>> byUser() {
        return byUser;
    }

    /** The kinds of deeds seen so far. */
    Set<String> kinds() {
        return kinds;
    }

    /** Deeds that were not answered as expected. */
    List<String> surprises() {
        return surprises;
    }

    /** How many deeds there were. */
    int size() {
        return byUser.values().stream().mapToInt(List::size).sum();
    }

    static String kind(Deed deed) {
        return switch (deed) {
            case LogIn(var way, var token) -> "log in " + way + " " + token;
            case Leave(var how) -> "leave " + how;
            default -> deed.getClass().getSimpleName();
        };
    }
}
