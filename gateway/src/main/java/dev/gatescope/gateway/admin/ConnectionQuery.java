package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which connections a list shows; what is not given does not filter.
 *
 * @param q words that some text of the connection must contain, in lower case
 * @param since opened not before, in milliseconds since 1970
 * @param until opened before
 * @param demo whether demo traffic's are wanted
 */
record ConnectionQuery(
        @Nullable String state,
        @Nullable String user,
        @Nullable String q,
        long since,
        long until,
        boolean demo) {
    /** Every state but closed. */
    private static final String OPEN = "open";

    static ConnectionQuery of(AdminRequest request) throws AdminProblem {
        var q = request.parameter("q");
        return new ConnectionQuery(
                state(request),
                request.parameter("user"),
                q == null ? null : q.toLowerCase(Locale.ROOT),
                Parameters.instant(request, "since").orElse(Long.MIN_VALUE),
                Parameters.instant(request, "until").orElse(Long.MAX_VALUE),
                request.withDemo());
    }

    private static @Nullable String state(AdminRequest request) throws AdminProblem {
        var state = request.parameter("state");
        var known = Arrays.stream(ConnectionState.values()).map(ConnectionState::word).toList();
        if (state != null && !state.equals(OPEN) && !known.contains(state)) {
            throw AdminProblem.ofField(
                    "state",
                    "state must be " + OPEN + " or one of " + String.join(", ", known) + ".");
        }
        return state;
    }

    /** Whether a closed connection may be wanted at all. */
    boolean mayBeClosed() {
        return state == null || state.equals(ConnectionState.CLOSED.word());
    }

    boolean matches(ConnectionInfo info) {
        var openedAt = info.openedAt().toEpochMilli();
        return (demo || !info.demo())
                && isWanted(info.state())
                && (user == null || user.equals(info.user()))
                && openedAt >= since
                && openedAt < until
                && (q == null || mentions(info, q));
    }

    private boolean isWanted(String itsState) {
        return state == null
                || state.equals(itsState)
                || (state.equals(OPEN) && !itsState.equals(ConnectionState.CLOSED.word()));
    }

    private static boolean mentions(ConnectionInfo info, String words) {
        return Stream.of(
                        info.id(),
                        info.user(),
                        info.client(),
                        info.remoteAddress(),
                        info.state(),
                        info.outcome(),
                        info.lastError(),
                        info.close() == null ? null : info.close().reason())
                .anyMatch(text -> contains(text, words));
    }

    private static boolean contains(@Nullable String text, String words) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(words);
    }
}
