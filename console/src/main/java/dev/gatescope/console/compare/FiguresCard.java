package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Card;

import javafx.scene.Node;

/** What each flow did with all its clients, in numbers. For the JavaFX thread. */
final class FiguresCard {
    private FiguresCard() {}

    static Node of(Findings findings) {
        var grid =
                new TextGrid(
                        "Flow",
                        "Clients",
                        "Ready",
                        "Failed",
                        "Connection\nsuccess",
                        "Routing\nsuccess",
                        "Handlers\nleft",
                        "Sessions\nleaked",
                        "Owed\nkept");
        grid.setId("compare-figures");
        for (var flow : findings.flows()) {
            grid.add(
                    TextGrid.name(FlowNames.readable(flow.label())),
                    count(flow.clients()),
                    count(flow.ready()),
                    count(flow.failed()),
                    TextGrid.figure(flow.connection().text(), flow.connection().bounds()),
                    TextGrid.figure(flow.routing().text(), flow.routing().bounds()),
                    count(flow.handlersLeft()),
                    count(flow.sessionsLeaked()),
                    TextGrid.figure(flow.owedKept() + " of " + flow.clients()));
        }
        return new Card("Every flow in numbers", grid)
                .beside(Captions.of("small: 95 % confidence interval"));
    }

    private static Node count(int number) {
        return TextGrid.figure(Unit.COUNT.text(number));
    }
}
