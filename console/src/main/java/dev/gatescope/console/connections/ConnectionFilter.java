package dev.gatescope.console.connections;

import dev.gatescope.shared.admin.ConnectionInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What somebody typed into the filter box, as a test on connections. Terms are separated by spaces
 * and all have to hold: {@code field:value} looks into one field, any other word into all of them,
 * {@code "two words"} are one term, and a minus before a term turns it round. Case does not matter.
 */
final class ConnectionFilter implements Predicate<ConnectionInfo> {
    private static final Pattern TERM = Pattern.compile("-?(?:\\w+:)?(?:\"[^\"]*\"?|\\S+)");

    private static final Map<String, Function<ConnectionInfo, List<String>>> FIELDS =
            Map.ofEntries(
                    Map.entry("id", c -> List.of(c.id())),
                    Map.entry("user", c -> List.of(Facts.orEmpty(c.user()))),
                    Map.entry("client", c -> List.of(Facts.orEmpty(c.client()))),
                    Map.entry("address", c -> List.of(c.remoteAddress())),
                    Map.entry("state", c -> List.of(c.state(), Facts.stateWord(c))),
                    Map.entry("outcome", c -> List.of(Facts.orEmpty(c.outcome()))),
                    Map.entry("auth", c -> List.of(c.auth())),
                    Map.entry("subprotocol", c -> List.of(Facts.orEmpty(c.subprotocol()))),
                    Map.entry("error", c -> List.of(Facts.orEmpty(c.lastError()))),
                    Map.entry("demo", c -> List.of(String.valueOf(c.demo()))),
                    Map.entry("code", c -> closeFacts(c).subList(0, 1)),
                    Map.entry("by", c -> closeFacts(c).subList(1, 2)),
                    Map.entry("reason", c -> closeFacts(c).subList(2, 3)));

    private final List<Predicate<ConnectionInfo>> terms = new ArrayList<>();

    ConnectionFilter(String typed) {
        TERM.matcher(typed).results().forEach(match -> terms.add(term(match.group())));
    }

    /** The names that may stand before a colon. */
    static List<String> fields() {
        return FIELDS.keySet().stream().sorted().toList();
    }

    @Override
    public boolean test(ConnectionInfo connection) {
        for (var term : terms) {
            if (!term.test(connection)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<ConnectionInfo> term(String typed) {
        if (typed.startsWith("-") && typed.length() > 1) {
            return term(typed.substring(1)).negate();
        }
        int colon = typed.indexOf(':');
        String name = colon < 0 ? "" : typed.substring(0, colon).toLowerCase(Locale.ROOT);
        var field = FIELDS.get(name);
        if (field == null) { // also an address such as 127.0.0.1:50112
            String word = plain(typed);
            return connection -> anywhere(connection, word);
        }
        String value = plain(typed.substring(colon + 1));
        return connection -> field.apply(connection).stream().anyMatch(text -> has(text, value));
    }

    private static boolean anywhere(ConnectionInfo connection, String word) {
        return has(connection.id(), word)
                || has(Facts.orEmpty(connection.user()), word)
                || has(Facts.orEmpty(connection.client()), word)
                || has(connection.remoteAddress(), word)
                || has(connection.state(), word)
                || has(Facts.stateWord(connection), word)
                || has(Facts.orEmpty(connection.lastError()), word)
                || closeFacts(connection).stream().anyMatch(text -> has(text, word));
    }

    private static List<String> closeFacts(ConnectionInfo connection) {
        var close = connection.close();
        return close == null
                ? List.of("", "", "", "")
                : List.of(
                        String.valueOf(close.code()),
                        close.initiator(),
                        close.reason(),
                        close.meaning());
    }

    private static String plain(String typed) {
        return typed.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static boolean has(String text, String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
