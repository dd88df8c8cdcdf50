package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar for each flow of the ladder, rung by rung: what each fix bought. For the JavaFX thread. */
final class LadderCard {
    private static final double POINTS = 100;
    private static final double SHARE_ROOM = 116;
    private static final double COUNT_ROOM = 44;

    private final Course course;
    private final List<Rung> rungs = new ArrayList<>();
    private final GridPane grid = new GridPane(Space.L, Space.S);
    private final Card card;

    LadderCard(Course course) {
        this.course = course;
        var name = new ColumnConstraints();
        name.setPercentWidth(28);
        var bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bar.setMinWidth(SHARE_ROOM + 24);
        var counts = new ColumnConstraints();
        counts.setPercentWidth(15);
        grid.getColumnConstraints().addAll(name, bar, bar, counts, counts);
        grid.addRow(
                0,
                Captions.of("Flow"),
                Captions.of("Connection success"),
                Captions.of("Routing success"),
                Captions.of("Handlers left"),
                Captions.of("Sessions leaked"));
        for (var flow : course.flows()) {
            addGroup(course.flows().indexOf(flow));
            var rung = new Rung(flow, styleClass(flow));
            rungs.add(rung);
            grid.addRow(grid.getRowCount(), rung.cells());
        }
        card = new Card("What each fix buys", grid).beside(Captions.of("in points over legacy"));
        course.axis().moved().subscribe(this::fill);
        fill();
    }

    Node node() {
        return card;
    }

    /** Legacy comes first, then four fixes alone, then more at once, and fixed is the last. */
    private void addGroup(int index) {
        var group =
                switch (index) {
                    case 1 -> "Each fix alone";
                    case 5 -> "One after another";
                    default -> "";
                };
        if (!group.isEmpty()) {
            var label = new Label(group);
            label.getStyleClass().addAll(Style.CAPTION, Style.SMALL);
            grid.addRow(grid.getRowCount(), label);
        }
    }

    private String styleClass(FlowCourse flow) {
        if (flow.equals(course.flows().getFirst())) {
            return "bar-first";
        }
        return flow.equals(course.flows().getLast()) ? "bar-last" : "bar-between";
    }

    private void fill() {
        var base = course.flows().getFirst().newest();
        int handlers = most(rungs.stream().mapToInt(Rung::handlers).toArray());
        int leaked = most(rungs.stream().mapToInt(Rung::leaked).toArray());
        rungs.forEach(rung -> rung.fill(base, handlers, leaked));
    }

    private static int most(int[] numbers) {
        int most = 1;
        for (int number : numbers) {
            most = Math.max(most, number);
        }
        return most;
    }

    /** One flow with its bars. */
    private static final class Rung {
        private final FlowCourse flow;
        private final Bar connection;
        private final Bar routing;
        private final Bar handlersLeft = new Bar(COUNT_ROOM, "bar-count");
        private final Bar sessionsLeaked = new Bar(COUNT_ROOM, "bar-count");

        Rung(FlowCourse flow, String styleClass) {
            this.flow = flow;
            connection = new Bar(SHARE_ROOM, styleClass);
            routing = new Bar(SHARE_ROOM, styleClass);
        }

        Node[] cells() {
            return new Node[] {
                TextGrid.name(FlowNames.readable(flow.label())),
                connection,
                routing,
                handlersLeft,
                sessionsLeaked
            };
        }

        int handlers() {
            return flow.newest() == null ? 0 : flow.newest().handlers();
        }

        int leaked() {
            return flow.newest() == null ? 0 : flow.newest().sessionsLeaked();
        }

        void fill(@Nullable Step base, int mostHandlers, int mostLeaked) {
            var now = flow.newest();
            if (now == null || base == null) {
                return;
            }
            fill(connection, now.connection(), base.connection());
            fill(routing, now.routing(), base.routing());
            handlersLeft.show(
                    (double) now.handlers() / mostHandlers, Unit.COUNT.text(now.handlers()));
            sessionsLeaked.show(
                    (double) now.sessionsLeaked() / mostLeaked,
                    Unit.COUNT.text(now.sessionsLeaked()));
        }

        private static void fill(Bar bar, Share share, Share base) {
            double gain = (share.ratio() - base.ratio()) * POINTS;
            var more = Math.abs(gain) >= 0.05 ? String.format(Locale.ROOT, " (%+.1f)", gain) : "";
            bar.show(share.ratio(), share.text() + more);
        }
    }
}
