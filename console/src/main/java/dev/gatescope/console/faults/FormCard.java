package dev.gatescope.console.faults;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.FaultKindInfo;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/** The fault that is to be injected next: a form made from what its kind takes. */
final class FormCard {
    private static final String EVERY_TYPE = "Every type";
    private static final double BOUND_WIDTH = 130;

    private final FaultsModel model;
    private final DraftModel draft;
    private final VBox form = new VBox(Space.M);
    private final EmptyHint hint =
            new EmptyHint(
                    Feather.ZAP,
                    "Nothing is chosen to break",
                    "Choose a kind at the left: what it takes appears here.");
    private final Card card;

    FormCard(FaultsModel model) {
        this.model = model;
        draft = model.draft();
        var body = new StackPane(hint, form);
        card = new Card("How to break it", body).growing(body);
        form.setAlignment(Pos.TOP_LEFT);
        draft.kindProperty().subscribe(this::show);
    }

    Node node() {
        return card;
    }

    private void show(@Nullable FaultKindInfo kind) {
        hint.setVisible(kind == null);
        hint.setManaged(kind == null);
        if (kind == null) {
            form.getChildren().clear();
        } else {
            form.getChildren().setAll(about(kind), fields(), foot());
        }
    }

    private static Node about(FaultKindInfo kind) {
        var title = new Label(kind.title());
        title.getStyleClass().add("fault-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var name = new Label(kind.kind());
        name.getStyleClass().addAll(Style.CODE, Style.MUTED);
        var head = new HBox(Space.S, title, name);
        head.setAlignment(Pos.BASELINE_LEFT);
        var about =
                new VBox(
                        2,
                        head,
                        sentence(kind.description()),
                        sentence("Moves " + Figure.moved(kind) + "."));
        if (kind.ambient()) {
            about.getChildren()
                    .add(
                            sentence(
                                    "It acts on the gateway as a whole: no single error can be laid"
                                            + " at its door."));
        }
        return about;
    }

    private Node fields() {
        var grid = new GridPane(Space.M, Space.S);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        var fields = new ArrayList<Node>();
        draft.parameters().forEach(each -> fields.add(parameter(each)));
        fields.addAll(scope());
        for (int i = 0; i < fields.size(); i++) {
            grid.add(fields.get(i), i % 2, i / 2);
        }
        int next = Math.ceilDiv(fields.size(), 2);
        grid.addRow(next, duration(), lease());
        grid.add(stop(), 0, next + 1, 2, 1);
        grid.add(
                Field.typed("Reason", draft.reason(), "", "Why, for the journal", "fault-reason"),
                0,
                next + 2,
                2,
                1);
        return grid;
    }

    private static Node parameter(ParameterDraft parameter) {
        String id = "fault-parameter-" + parameter.parameter().name();
        return parameter.isNumber()
                ? Field.typed(
                        parameter.label(),
                        parameter.entry(),
                        parameter.unit(),
                        parameter.hint(),
                        id)
                : Field.chosen(
                        parameter.label(),
                        parameter.entry(),
                        parameter.choices(),
                        parameter.hint(),
                        id);
    }

    /** What narrows the kind; one that cannot be narrowed has no such fields. */
    private List<Node> scope() {
        var fields = new ArrayList<Node>();
        if (draft.takes(DraftModel.PERCENT)) {
            fields.add(
                    Field.typed("Share", draft.percent(), "%", "Empty for all", "fault-percent"));
            fields.add(
                    Field.typed(
                            "Seed",
                            draft.seed(),
                            "",
                            "The same seed chooses the same",
                            "fault-seed"));
        }
        if (draft.takes(DraftModel.TYPE)) {
            var type =
                    Field.box(
                            DraftModel.TYPES,
                            each -> each.isEmpty() ? EVERY_TYPE : each,
                            "fault-type");
            type.valueProperty().bindBidirectional(draft.typeProperty());
            fields.add(
                    Field.captioned(
                            "Message type", type, type, Field.hint("Only messages of this type")));
        }
        if (draft.takes(DraftModel.USER)) {
            fields.add(Field.typed("User", draft.user(), "", "Empty for everybody", "fault-user"));
        }
        if (draft.takes(DraftModel.CONNECTION)) {
            fields.add(
                    Field.typed(
                            "Connection",
                            draft.connection(),
                            "",
                            "An id; empty for all",
                            "fault-connection"));
        }
        return fields;
    }

    private Node duration() {
        return Field.typed(
                "Duration",
                draft.duration(),
                "s",
                "Ends by itself, " + Checks.range(1, DraftModel.LONGEST_S, "s"),
                "fault-duration");
    }

    private Node lease() {
        var toggle = new ToggleSwitch();
        toggle.setId("fault-leased");
        toggle.setAccessibleText("With a lease");
        toggle.selectedProperty().bindBidirectional(draft.leasedProperty());
        return Field.switched(
                "Lease",
                toggle,
                draft.lease(),
                "s",
                "Renewed while this console runs",
                "fault-lease");
    }

    private Node stop() {
        var box = Field.box(List.of(StopFigure.values()), StopFigure::words, "fault-stop-figure");
        box.valueProperty().bindBidirectional(draft.stopFigureProperty());
        var figure = Field.captioned("Stop when, of the last 60 s", box, box, new Region());
        HBox.setHgrow(figure, Priority.ALWAYS);
        var bound = Field.typed("Bound", draft.stopBound(), "", "A success in %", "fault-bound");
        bound.setPrefWidth(BOUND_WIDTH);
        bound.setMinWidth(BOUND_WIDTH);
        bound.visibleProperty().bind(draft.stopFigureProperty().isNotEqualTo(StopFigure.NEVER));
        bound.managedProperty().bind(bound.visibleProperty());
        return new HBox(Space.M, figure, bound);
    }

    private Node foot() {
        var inject = new Button("Inject");
        inject.setId("fault-inject");
        inject.getStyleClass().add(Styles.ACCENT);
        inject.setMinWidth(84);
        inject.setOnAction(click -> model.inject());
        inject.disableProperty()
                .bind(model.whyNotThisProperty().isNotEmpty().or(model.injectingProperty()));
        var whyNot = sentence("");
        whyNot.setId("fault-why-not");
        whyNot.textProperty().bind(model.whyNotThisProperty());
        whyNot.managedProperty().bind(whyNot.visibleProperty());
        whyNot.visibleProperty().bind(model.whyNotThisProperty().isNotEmpty());
        var notice = sentence("");
        notice.setId("fault-notice");
        notice.textProperty().bind(model.injectNoticeProperty());
        notice.managedProperty().bind(notice.visibleProperty());
        notice.visibleProperty()
                .bind(
                        model.injectNoticeProperty()
                                .isNotEmpty()
                                .and(whyNot.visibleProperty().not()));
        var trouble = new ProblemLabel(model.injectTroubleProperty());
        trouble.setId("fault-inject-trouble");
        var says = new VBox(2, whyNot, notice, trouble);
        says.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(says, Priority.ALWAYS);
        var foot = new HBox(Space.M, inject, says);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label sentence(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
