package dev.gatescope.console.faults;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.console.shell.TimeLeft;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** A fault that acts: what, how long yet, what it has done, and the button that ends it. */
final class ActiveRow {
    private final StatusBadge what = new StatusBadge(Status.WARNING, "");
    private final Label left = new Label();
    private final ProgressBar time = new ProgressBar();
    private final Label hits = new Label();
    private final Label how = line();
    private final Label who = line();
    private final Label lease = line();
    private final Button stop = new Button("Stop");
    private final VBox row = new VBox(2);

    ActiveRow(Runnable stopIt) {
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.getStyleClass().addAll(Styles.SMALL, Styles.DANGER, Styles.BUTTON_OUTLINED);
        stop.getStyleClass().add("stop-fault");
        stop.setOnAction(click -> stopIt.run());
        left.getStyleClass().add("fault-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        hits.getStyleClass().add("fault-hits");
        time.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Space.M, what, space, left, stop);
        head.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(head, time, hits, how, who, lease);
        row.getStyleClass().add("active-fault");
    }

    Node node() {
        return row;
    }

    /**
     * Shows the fault as it is now.
     *
     * @param kind none where the gateway does not know it any more
     * @param renewed whether this console renews its lease
     */
    void show(FaultInfo fault, @Nullable FaultKindInfo kind, boolean renewed) {
        what.show(Status.WARNING, kind == null ? fault.kind() : kind.title());
        stop.setAccessibleText("Stop " + fault.kind());
        hits.setText(FaultWords.hits(fault));
        how.setText(fault.kind() + ": " + FaultWords.how(fault, kind));
        who.setText(FaultWords.who(fault));
        String warnings = FaultWords.warnings(fault);
        lease.setText((leaseWords(fault, renewed) + " " + warnings).strip());
        lease.setVisible(!lease.getText().isEmpty());
    }

    /** Counts down. */
    void tick(FaultInfo fault, Instant now) {
        left.setText(TimeLeft.until(fault.endsAt(), now) + " left");
        double whole = Duration.between(fault.startedAt(), fault.endsAt()).toMillis();
        double rest = Duration.between(now, fault.endsAt()).toMillis();
        time.setProgress(whole <= 0 ? 0 : Math.clamp(rest / whole, 0, 1));
    }

    private static String leaseWords(FaultInfo fault, boolean renewed) {
        if (fault.leaseEndsAt() == null) {
            return "";
        }
        return renewed
                ? "Its lease is renewed from here."
                : "It ends sooner unless who injected it renews its lease.";
    }

    private static Label line() {
        var label = new Label();
        label.getStyleClass().add(Style.CAPTION);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
