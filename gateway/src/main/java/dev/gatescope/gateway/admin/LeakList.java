package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.leaks.Kind;
import dev.gatescope.gateway.leaks.Leak;
import dev.gatescope.gateway.leaks.LeakLedger;
import dev.gatescope.gateway.leaks.LeakState;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Page;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Leaks as the admin API lists them, newest first. Safe from any thread. */
final class LeakList {
    private final LeakLedger ledger;
    private final InstantSource clock;

    LeakList(LeakLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<LeakInfo> page(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var kind = word(request, "kind", Kind::of, "handler or session");
        var state = word(request, "state", LeakState::of, "leaked, returned or reclaimed");
        var now = clock.millis();
        var found =
                ledger.before(cursor(request))
                        .filter(leak -> kind.isEmpty() || leak.item().kind() == kind.get())
                        .filter(leak -> state.isEmpty() || leak.state() == state.get())
                        .limit(limit + 1L)
                        .map(leak -> leak.info(now))
                        .toList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id());
    }

    private static long cursor(AdminRequest request) throws AdminProblem {
        var text = request.parameter("cursor");
        if (text == null) {
            return Long.MAX_VALUE;
        }
        return Ids.leak(text)
                .orElseThrow(() ->
                        AdminProblem.ofField(
                                "cursor", "cursor must be a leak's id, leak_ and 16 hex digits."));
    }

    private static <T> Optional<T> word(
            AdminRequest request, String name, Function<String, Optional<T>> reader, String choices)
            throws AdminProblem {
        var text = request.parameter(name);
        if (text == null) {
            return Optional.empty();
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            throw AdminProblem.ofField(name, name + " must be " + choices + ".");
        }
        return value;
    }

    /**
     * The leak of this id, which is leaked still.
     *
     * @throws AdminProblem 404 where there is none, 409 where it is over
     */
    Leak leaked(String id) throws AdminProblem {
        var event = Ids.leak(id);
        var leak = event.isPresent() ? ledger.find(event.getAsLong()) : null;
        if (leak == null) {
            throw AdminProblem.of(404, "No leak of that id is known.");
        }
        if (leak.state() != LeakState.LEAKED) {
            throw over();
        }
        return leak;
    }

    /** What is leaked no more cannot be reclaimed. */
    static AdminProblem over() {
        return AdminProblem.of(409, "It has been given back already.");
    }
}
