package dev.gatescope.console.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

import java.util.List;

/**
 * What the keys do: Ctrl+1… shows a section, Ctrl+F goes to its filter box, Esc clears it, Ctrl+L
 * switches light and dark, Ctrl+M sets a mark, Ctrl+Shift+X stops all faults.
 */
final class Keys {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private final ShellView shell;
    private final List<Section> sections;

    Keys(ShellView shell, List<Section> sections) {
        this.shell = shell;
        this.sections = sections;
    }

    void listenIn(Scene scene) {
        var keys = scene.getAccelerators();
        for (int i = 0; i < Math.min(DIGITS.size(), sections.size()); i++) {
            var section = sections.get(i);
            keys.put(withShortcut(DIGITS.get(i)), () -> shell.show(section));
        }
        keys.put(withShortcut(KeyCode.F), () -> shown().focusFilter());
        keys.put(withShortcut(KeyCode.L), shell::switchTheme);
        keys.put(withShortcut(KeyCode.M), shell::askForMark);
        keys.put(
                new KeyCodeCombination(KeyCode.X, SHORTCUT_DOWN, SHIFT_DOWN), shell::stopAllFaults);
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), () -> shown().clear());
    }

    private Section shown() {
        return shell.selectedProperty().get();
    }

    private static KeyCodeCombination withShortcut(KeyCode key) {
        return new KeyCodeCombination(key, SHORTCUT_DOWN);
    }
}
