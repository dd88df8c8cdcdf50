package dev.gatescope.gateway.faults;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can narrow a fault. */
public enum ScopeField {
    PERCENT,
    USER,
    CONNECTION,
    TYPE;

    /** What can narrow a fault that acts on messages. */
    static final Set<ScopeField> ALL = Collections.unmodifiableSet(EnumSet.allOf(ScopeField.class));

    /** What can narrow a fault that acts on connections as a whole. */
    static final Set<ScopeField> OF_CONNECTIONS =
            Collections.unmodifiableSet(EnumSet.of(PERCENT, USER, CONNECTION));

    /** The name in requests. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words(Set<ScopeField> fields) {
        return Arrays.stream(values()).filter(fields::contains).map(ScopeField::word).toList();
    }
}
