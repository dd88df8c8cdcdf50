package dev.gatescope.console.compare;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Each flow against the first, script by script. For the JavaFX thread. */
final class ComparisonsCard {
    private static final double SMALLEST_P = 0.0001;

    private ComparisonsCard() {}

    static Node of(Findings findings) {
        var grid =
                new TextGrid(
                        "Figure", "Pairs", "Only first", "Only other", "p-value", "Difference");
        grid.lastInWords();
        grid.setId("compare-comparisons");
        for (var each : findings.comparisons()) {
            grid.add(
                    TextGrid.name(name(each)),
                    TextGrid.figure(String.valueOf(each.pairs())),
                    TextGrid.figure(String.valueOf(each.onlyFirst())),
                    TextGrid.figure(String.valueOf(each.onlyOther())),
                    TextGrid.figure(pValue(each.pValue())),
                    difference(each));
        }
        var first =
                findings.comparisons().isEmpty() ? "" : findings.comparisons().getFirst().first();
        return new Card("Compared with " + FlowNames.readable(first), grid)
                .beside(Captions.of("scripts that only one flow got right, or was faster with"));
    }

    private static String name(Findings.Comparison each) {
        return FlowNames.readable(each.other())
                + ": "
                + each.figure()
                + (each.decides() ? "" : " (described only)");
    }

    private static StatusBadge difference(Findings.Comparison each) {
        var status =
                switch (each.direction()) {
                    case "better" -> Status.GOOD;
                    case "worse" -> Status.BAD;
                    default -> Status.NEUTRAL;
                };
        return each.significant()
                ? new StatusBadge(status, each.direction())
                : new StatusBadge(
                        Status.NEUTRAL,
                        each.direction().equals("same") ? "same" : "could be an accident");
    }

    /** Very small ones are all the same. */
    static String pValue(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
    }
}
