package dev.gatescope.console.compare;

import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** A flow as it is put together: fixed, or legacy with fixes. For the models' thread. */
final class FlowDraft {
    private final BooleanProperty fixed = new SimpleBooleanProperty();
    private final Map<Fix, BooleanProperty> fixes = new EnumMap<>(Fix.class);

    /**
     * @param isFixed whether it is the fixed flow at first
     */
    FlowDraft(boolean isFixed) {
        fixed.set(isFixed);
        for (var fix : Fix.values()) {
            fixes.put(fix, new SimpleBooleanProperty());
        }
    }

    /** Whether it is the fixed flow; the single fixes are of no account then. */
    BooleanProperty fixedProperty() {
        return fixed;
    }

    /** Whether a fix is put into the legacy flow. */
    BooleanProperty fixProperty(Fix fix) {
        var property = fixes.get(fix);
        if (property == null) {
            throw new IllegalStateException(fix + " cannot be chosen");
        }
        return property;
    }

    /** Tells of every change. */
    void onChange(Runnable listener) {
        fixed.subscribe(listener);
        fixes.values().forEach(fix -> fix.subscribe(listener));
    }

    /** The flow's name, such as {@code legacy+sessions}. */
    String name() {
        if (fixed.get()) {
            return FlowName.FIXED.text();
        }
        var chosen = EnumSet.noneOf(Fix.class);
        fixes.forEach((fix, put) -> {
            if (put.get()) {
                chosen.add(fix);
            }
        });
        return FlowName.legacy(chosen).text();
    }
}
