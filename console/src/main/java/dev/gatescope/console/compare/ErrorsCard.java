package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.Event;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The errors that one flow's gateway reported, as they come. For the JavaFX thread. */
final class ErrorsCard {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int LINES_OF_MANY = 2;

    private final FlowCourse flow;
    private final int lines;
    private final StatusBadge total = new StatusBadge(Status.NEUTRAL, "");
    private final VBox kinds = new VBox(2);
    private final VBox last = new VBox(2);
    private final Card card;

    ErrorsCard(Course course, FlowCourse flow) {
        this.flow = flow;
        lines = course.isLadder() ? LINES_OF_MANY : Integer.MAX_VALUE;
        card = new Card("Errors of " + FlowNames.readable(flow.label()), kinds, last).beside(total);
        course.axis().moved().subscribe(this::fill);
        fill();
    }

    Node node() {
        return card;
    }

    private void fill() {
        int sum = flow.errors().values().stream().mapToInt(Integer::intValue).sum();
        if (flow.done() == 0) {
            total.show(Status.NEUTRAL, "no client yet");
        } else if (sum == 0) {
            total.show(Status.GOOD, "none");
        } else {
            total.show(Status.BAD, Unit.COUNT.text(sum));
        }
        kinds.getChildren()
                .setAll(
                        flow.errors().entrySet().stream()
                                .sorted(
                                        Map.Entry.<String, Integer>comparingByValue()
                                                .reversed()
                                                .thenComparing(Map.Entry.comparingByKey()))
                                .map(each -> kind(each.getKey(), each.getValue()))
                                .toList());
        last.getChildren()
                .setAll(flow.lastErrors().stream().limit(lines).map(ErrorsCard::line).toList());
    }

    private static Node kind(String name, int times) {
        var kind = new Label(name);
        kind.getStyleClass().add(Style.CODE);
        var count = new Label(Unit.COUNT.text(times));
        count.getStyleClass().add("grid-figure");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(Space.S, kind, space, count);
    }

    private static Node line(Event error) {
        var time = new Label(SECOND.format(error.time()));
        time.getStyleClass().addAll(Style.MUTED, Style.TABULAR);
        time.setMinWidth(Region.USE_PREF_SIZE);
        var message = new Label(error.message());
        message.getStyleClass().add(Style.MUTED);
        message.setTooltip(new Tooltip(error.type() + ": " + error.message()));
        return new HBox(Space.M, time, message);
    }
}
