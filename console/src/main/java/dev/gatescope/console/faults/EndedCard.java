package dev.gatescope.console.faults;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.FaultInfo;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The faults that are over, newest first. */
final class EndedCard {
    private static final double LEAST_HEIGHT = 4 * Space.ROW;

    private final Card card;

    EndedCard(FaultWatchModel watch, ZoneId zone) {
        var time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        var list = new ListView<FaultInfo>(watch.ended());
        list.setId("ended-faults");
        list.getStyleClass().addAll("ended-faults", "focus-ring");
        list.setCellFactory(any -> new EndedCell(time));
        var nothing = new Label("Faults that are over stay here, with what they hit.");
        nothing.getStyleClass().add(Style.CAPTION);
        list.setPlaceholder(nothing);
        list.setMinHeight(LEAST_HEIGHT);
        list.setPrefHeight(2 * LEAST_HEIGHT);
        card = new Card("Over", list).growing(list);
    }

    Node node() {
        return card;
    }
}
