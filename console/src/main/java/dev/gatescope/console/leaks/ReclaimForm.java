package dev.gatescope.console.leaks;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.LeakInfo;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** Gives the chosen leak back: a button, and behind it what will happen. */
final class ReclaimForm {
    private final LeaksModel model;
    private final Button ask = new Button("Reclaim…");
    private final Button now = new Button("Reclaim now");
    private final Label consequence = new Label();
    private final HBox question;
    private final HBox answer;
    private final VBox root;
    private String leak = "";

    ReclaimForm(LeaksModel model) {
        this.model = model;
        ask.setId("reclaim");
        ask.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(click -> open(true));
        var hint = new Label();
        hint.setId("reclaim-hint");
        hint.getStyleClass().add(Style.CAPTION);
        hint.textProperty()
                .bind(
                        Bindings.when(model.whyNoReclaim().isEmpty())
                                .then(model.notice())
                                .otherwise(model.whyNoReclaim()));
        question = new HBox(Space.M, ask, hint);
        question.setAlignment(Pos.CENTER_LEFT);
        now.setId("reclaim-now");
        now.getStyleClass().add(Styles.DANGER);
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setOnAction(click -> {
            open(false);
            model.reclaim();
        });
        var cancel = new Button("Cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(click -> open(false));
        consequence.setId("reclaim-consequence");
        consequence.setWrapText(true);
        consequence.setMinHeight(Region.USE_PREF_SIZE);
        consequence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(consequence, Priority.ALWAYS);
        answer = new HBox(Space.M, now, cancel, consequence);
        answer.setAlignment(Pos.CENTER_LEFT);
        root =
                new VBox(
                        Space.XS,
                        new StackPane(question, answer),
                        new ProblemLabel(model.reclaimTrouble()));
        model.chosen().subscribe(this::show);
        model.whyNoReclaim().subscribe(() -> show(model.chosen().get()));
        open(false);
    }

    Node node() {
        return root;
    }

    private void show(@Nullable LeakInfo chosen) {
        boolean held = chosen != null && LeakState.LEAKED.is(chosen);
        ask.setDisable(!held || !model.whyNoReclaim().get().isEmpty());
        if (chosen == null || !chosen.id().equals(leak) || ask.isDisabled()) {
            open(false);
        }
        if (chosen != null) {
            leak = chosen.id();
            consequence.setText(consequenceOf(chosen));
        }
    }

    private static String consequenceOf(LeakInfo leak) {
        return ("The %s of %s is closed for real, at once. %s The ledger and the journal will say"
                        + " that you reclaimed it, not that it was returned.")
                .formatted(
                        leak.kind(),
                        LeaksModel.ownerOf(leak),
                        leak.kind().equals("session")
                                ? "What it has not committed is lost."
                                : "Messages can no longer reach it.");
    }

    private void open(boolean asking) {
        question.setVisible(!asking);
        answer.setVisible(asking);
        if (asking) {
            now.requestFocus();
        }
    }
}
