package dev.gatescope.gateway.admin;

import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * An order of connections other than the usual one. A cursor names the last connection of a page
 * and where it stood, so that the next page begins there, whatever has come or gone meanwhile.
 */
final class ConnectionSort {
    /** Newest first: the usual order, which needs no keys since ids grow with time. */
    static final String USUAL = "opened_at";

    private static final Map<String, Function<ConnectionInfo, String>> KEYS =
            Map.of(
                    USUAL,
                    number(info -> info.openedAt().toEpochMilli()),
                    "user",
                    info -> info.user() == null ? "" : info.user(),
                    "state",
                    ConnectionInfo::state,
                    "messages_in",
                    number(ConnectionInfo::messagesIn),
                    "messages_out",
                    number(ConnectionInfo::messagesOut),
                    "bytes_in",
                    number(ConnectionInfo::bytesIn),
                    "bytes_out",
                    number(ConnectionInfo::bytesOut),
                    "pending_bytes",
                    number(ConnectionInfo::pendingBytes));

    private final Function<ConnectionInfo, String> key;
    private final Comparator<Place> order;

    /** Where a connection stands in the order. */
    record Place(String key, String id) {
        /** The text that a client sends back. */
        String cursor() {
            var text = key + ' ' + id;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A connection with its place. */
    record Placed(Place place, ConnectionInfo info) {}

    private ConnectionSort(Function<ConnectionInfo, String> key, boolean greatestFirst) {
        this.key = key;
        var ascending = Comparator.comparing(Place::key).thenComparing(Place::id);
        this.order = greatestFirst ? ascending.reversed() : ascending;
    }

    /** The order of this name; a {@code -} before it turns it round. */
    static ConnectionSort of(String sort) throws AdminProblem {
        var turned = sort.startsWith("-");
        var key = KEYS.get(turned ? sort.substring(1) : sort);
        if (key == null) {
            throw AdminProblem.ofField(
                    "sort",
                    "sort must be one of "
                            + String.join(", ", KEYS.keySet().stream().sorted().toList())
                            + ", with a - before it for the least first.");
        }
        return new ConnectionSort(key, !turned);
    }

    Placed placed(ConnectionInfo info) {
        return new Placed(new Place(key.apply(info), info.id()), info);
    }

    int compare(Place one, Place other) {
        return order.compare(one, other);
    }

    /** Where the page before ended; none for the first page. */
    static @Nullable Place placeOf(@Nullable String cursor) throws AdminProblem {
        if (cursor == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var space = text.lastIndexOf(' ');
            if (space >= 0) {
                return new Place(text.substring(0, space), text.substring(space + 1));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw AdminProblem.ofField("cursor", "cursor must be a next_cursor of this list.");
    }

    private static Function<ConnectionInfo, String> number(ToLongFunction<ConnectionInfo> value) {
        return info -> String.format(Locale.ROOT, "%019d", value.applyAsLong(info));
    }
}
