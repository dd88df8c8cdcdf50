package dev.gatescope.console.faults;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.FaultInfo;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.format.DateTimeFormatter;

/** A fault that is over: when it began, what it was, what it hit, how it ended and why it was. */
final class EndedCell extends ListCell<FaultInfo> {
    private final DateTimeFormatter clock;
    private final Label time = new Label();
    private final Label kind = new Label();
    private final Label hits = new Label();
    private final Label end = caption();
    private final Label why = caption();
    private final VBox content;

    EndedCell(DateTimeFormatter clock) {
        this.clock = clock;
        time.getStyleClass().addAll(Style.TABULAR, Style.MUTED);
        kind.getStyleClass().add("kind-title");
        hits.getStyleClass().add(Style.CAPTION);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (var label : new Label[] {time, kind, hits}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        content = new VBox(2, new HBox(Space.S, time, kind, space, hits), end, why);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: the words wrap
    }

    @Override
    protected void updateItem(@Nullable FaultInfo fault, boolean empty) {
        super.updateItem(fault, empty);
        setGraphic(fault == null ? null : content);
        if (fault != null) {
            time.setText(clock.format(fault.startedAt()));
            kind.setText(fault.kind());
            hits.setText(FaultWords.hits(fault));
            end.setText(FaultWords.end(fault));
            why.setText(FaultWords.who(fault));
            setAccessibleText("%s. %s".formatted(fault.kind(), FaultWords.end(fault)));
        }
    }

    /** As high as its words are when they wrap, which a cell does not find out by itself. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? Space.ROW
                : snappedTopInset()
                        + content.prefHeight(width - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static Label caption() {
        var label = new Label();
        label.getStyleClass().add(Style.CAPTION);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
