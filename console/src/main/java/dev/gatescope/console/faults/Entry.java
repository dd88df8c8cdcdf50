package dev.gatescope.console.faults;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.function.UnaryOperator;

/** What was typed into one field, checked with every change. For the models' thread. */
final class Entry {
    private final StringProperty text;
    private final UnaryOperator<String> check;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper touched = new ReadOnlyBooleanWrapper(false);

    /**
     * @param check tells what is wrong with a text, in a sentence; nothing where it is right
     */
    Entry(String initial, UnaryOperator<String> check) {
        this.check = check;
        text = new SimpleStringProperty(initial);
        check();
        text.addListener((property, was, now) -> {
            touched.set(true);
            check();
        });
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it, in a sentence; empty where it is right. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether anybody has changed it: nobody is to be scolded for what he has not typed yet. */
    ReadOnlyBooleanProperty touchedProperty() {
        return touched.getReadOnlyProperty();
    }

    /** The text without the blanks around it. */
    String value() {
        return text.get().strip();
    }

    boolean isEmpty() {
        return value().isEmpty();
    }

    /** Checks it anew; to be called when something else has changed that its check looks at. */
    void check() {
        problem.set(check.apply(value()));
    }
}
