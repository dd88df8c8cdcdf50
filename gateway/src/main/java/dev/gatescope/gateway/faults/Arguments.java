package dev.gatescope.gateway.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a fault's parameters, each of them checked, those that were left out with their
 * defaults.
 */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * The arguments for these parameters.
     *
     * @throws InvalidFault where one is unknown or wrong
     */
    static Arguments of(List<Parameter> parameters, Map<String, Object> given) throws InvalidFault {
        for (var name : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw InvalidFault.of(
                        "parameters." + name,
                        "This kind of fault has no parameter of that name; it has "
                                + namesOf(parameters)
                                + ".");
            }
        }
        var values = new LinkedHashMap<String, Object>();
        for (var parameter : parameters) {
            var value = given.get(parameter.name());
            values.put(
                    parameter.name(), value == null ? parameter.usual() : parameter.check(value));
        }
        return new Arguments(values);
    }

    private static String namesOf(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? "none"
                : String.join(", ", parameters.stream().map(Parameter::name).toList());
    }

    /** A whole number. */
    public long whole(String name) {
        return (Long) value(name);
    }

    /** A whole number of milliseconds as a duration. */
    public Duration millis(String name) {
        return Duration.ofMillis(whole(name));
    }

    /** A word that was chosen. */
    public String word(String name) {
        return (String) value(name);
    }

    private Object value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value;
    }

    /** All of them by name. */
    public Map<String, Object> all() {
        return values;
    }
}
