package dev.gatescope.console.timeline;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EventAdvice;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** One line of the timeline: when, how grave, what. */
final class MomentCell extends ListCell<Moment> {
    private static final PseudoClass STEP = PseudoClass.getPseudoClass("step");

    private final Label since = new Label();
    private final StatusBadge badge = new StatusBadge(Status.NEUTRAL, "");
    private final Label type = new Label();
    private final Label message = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final Button why = new Button("Why");
    private final HBox line = new HBox(Space.M, since, badge, type, message, why);

    /**
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    MomentCell(Consumer<String> openWhy) {
        why.getStyleClass().addAll(Styles.SMALL, "why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setFocusTraversable(false);
        why.managedProperty().bind(why.visibleProperty());
        why.setOnAction(click -> openWhy.accept(getItem().event().id()));
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        since.getStyleClass().addAll(Style.MUTED, Style.TABULAR, "since");
        type.getStyleClass().add("type");
        message.getStyleClass().addAll(Style.MUTED, "message");
        for (var fixed : new Region[] {since, type}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        setPrefWidth(0); // as wide as the list: the message is cut, not scrolled
    }

    @Override
    protected void updateItem(@Nullable Moment moment, boolean empty) {
        super.updateItem(moment, empty);
        setGraphic(moment == null ? null : line);
        setTooltip(moment == null ? null : tooltip);
        pseudoClassStateChanged(STEP, moment != null && moment.step());
        if (moment != null) {
            var event = moment.event();
            since.setText(moment.since());
            badge.show(Status.of(event.severity()), "");
            badge.setAccessibleText(event.severity().word());
            type.setText(event.type());
            message.setText(event.message());
            why.setVisible(moment.explicable());
            tooltip.setText(words(moment));
        }
    }

    private static String words(Moment moment) {
        var event = moment.event();
        String said = event.severity().word() + ": " + event.message();
        return moment.explicable()
                ? (said + "\n" + EventAdvice.of(event)).strip() + "\nEnter shows why."
                : said;
    }
}
