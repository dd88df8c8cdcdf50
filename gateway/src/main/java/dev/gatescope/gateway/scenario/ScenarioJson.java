package dev.gatescope.gateway.scenario;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One JSON object of a scenario file, read field by field. A defect is noted with its path and
 * reading goes on with a stand-in, so that all defects are told at once. For one thread.
 */
final class ScenarioJson {
    private final JsonNode node;
    private final String path;
    private final List<String> defects;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param path from the root, such as {@code $.groups[2].client}
     * @param defects where defects are noted
     */
    ScenarioJson(JsonNode node, String path, List<String> defects) {
        this.node = node;
        this.path = path;
        this.defects = defects;
        if (!node.isObject()) {
            defects.add(path + ": must be an object");
        }
    }

    boolean has(String field) {
        known.add(field);
        return node.has(field);
    }

    void defect(String field, String reason) {
        defects.add(path + "." + field + ": " + reason);
    }

    /** A field that may be there and is not looked into. */
    void ignore(String field) {
        known.add(field);
    }

    /** Notes each field that nobody asked for; to be called when all have been read. */
    void nothingElse() {
        node.propertyNames().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> defect(field, "is no field here; known are " + words(known)));
    }

    ScenarioJson object(String field) {
        known.add(field);
        return new ScenarioJson(node.path(field), path + "." + field, defects);
    }

    <T> List<T> list(String field, int least, Function<ScenarioJson, T> item) {
        known.add(field);
        var array = node.path(field);
        if (array.isMissingNode() && least == 0) {
            return List.of();
        }
        if (!array.isArray() || array.size() < least) {
            defect(field, least == 0 ? "must be a list" : "must be a list that is not empty");
            return List.of();
        }
        var items = new ArrayList<T>();
        for (var i = 0; i < array.size(); i++) {
            var at = path + "." + field + "[" + i + "]";
            items.add(item.apply(new ScenarioJson(array.get(i), at, defects)));
        }
        return items;
    }

    List<String> texts(String field) {
        known.add(field);
        var array = node.path(field);
        if (array.isMissingNode()) {
            return List.of();
        }
        var all = array.isArray() && array.valueStream().allMatch(ScenarioJson::isText);
        if (!all || array.isEmpty()) {
            defect(field, "must be a list of texts that is not empty");
            return List.of();
        }
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static boolean isText(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank();
    }

    String text(String field) {
        known.add(field);
        var value = node.path(field);
        if (!isText(value)) {
            defect(field, "must be a text that is not empty");
            return "";
        }
        return value.stringValue();
    }

    String text(String field, String usual) {
        return has(field) ? text(field) : usual;
    }

    int number(String field, int least, int most, int usual) {
        return has(field) ? number(field, least, most) : usual;
    }

    int number(String field, int least, int most) {
        known.add(field);
        var value = node.path(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            defect(field, "must be a whole number from " + least + " to " + most);
            return least;
        }
        return value.intValue();
    }

    Duration duration(String field, Duration usual, Duration most) {
        if (!has(field)) {
            return usual;
        }
        try {
            var duration = Duration.parse(node.path(field).asString(""));
            if (duration.isPositive() && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        defect(field, "must be an ISO-8601 duration such as PT5S, " + most + " at most");
        return usual;
    }

    /** One of these constants by its word; the usual one where the field is missing. */
    <E> E word(String field, E[] constants, Function<E, String> wordOf, E usual) {
        return has(field) ? word(field, constants, wordOf) : usual;
    }

    /** One of these constants by its word. */
    <E> E word(String field, E[] constants, Function<E, String> wordOf) {
        known.add(field);
        var text = node.path(field).asString("");
        var found =
                Stream.of(constants)
                        .filter(constant -> wordOf.apply(constant).equals(text))
                        .findFirst();
        if (found.isEmpty()) {
            defect(field, "must be one of " + words(Stream.of(constants).map(wordOf).toList()));
        }
        return found.orElse(constants[0]);
    }

    /** A constant's name as scenario files write it. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<String> words) {
        return String.join(", ", words);
    }

    /** The names of the fields that are there. */
    Set<String> fields() {
        var names = new TreeSet<>(node.propertyNames());
        known.addAll(names);
        return names;
    }
}
