package dev.gatescope.console.overview;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** Whether the gateway's components are up, in the order of their start. For the JavaFX thread. */
final class ReadinessCard {
    private final GridPane rows = new GridPane(Space.L, Space.S);
    private final EmptyHint hint =
            new EmptyHint(
                    Feather.CHECK_SQUARE,
                    "No component reported yet",
                    "The parts of the gateway appear here with the time that their start took, as"
                            + " soon as figures come.");
    private final StatusBadge overall = new StatusBadge(Status.NEUTRAL, "waiting");
    private final Card card;
    private List<ComponentState> shown = List.of();

    ReadinessCard() {
        var widest = new ColumnConstraints();
        widest.setHgrow(Priority.ALWAYS);
        var fixed = new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, 400);
        rows.getColumnConstraints().addAll(fixed, fixed, widest);
        var body = new StackPane(hint, rows);
        card = new Card("Readiness", body).beside(overall).growing(body);
        rows.setVisible(false);
    }

    Card node() {
        return card;
    }

    void show(Verdict readiness, List<ComponentState> components) {
        overall.show(Statuses.of(readiness.level()), readiness.word());
        if (components.equals(shown)) {
            return;
        }
        shown = components;
        rows.getChildren().clear();
        components.forEach(this::add);
        rows.setVisible(!components.isEmpty());
        hint.setVisible(components.isEmpty());
    }

    /** A reason may be a sentence: it has a line of its own. */
    private void add(ComponentState component) {
        rows.addRow(
                rows.getRowCount(),
                new Label(component.name()),
                new StatusBadge(
                        Statuses.of(component.verdict().level()), component.verdict().word()),
                muted(component.took()));
        if (!component.detail().isEmpty()) {
            var detail = muted(component.detail());
            detail.setWrapText(true);
            rows.add(detail, 0, rows.getRowCount(), rows.getColumnConstraints().size(), 1);
        }
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        return label;
    }
}
