package dev.gatescope.console.why;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.chain.Chain;
import dev.gatescope.shared.chain.Chain.Line;
import dev.gatescope.shared.chain.RootKind;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Shows a {@link WhyModel}: the symptom at the top, below it step by step what explains it. */
public final class WhyView implements Section {
    private final WhyModel model;
    private final Runnable back;
    private final StepRow rows;
    private final VBox steps = new VBox();
    private final Label copied = new Label();
    private final VBox root = new VBox(Space.M);

    /**
     * @param zone in which times are shown
     * @param openConnection shows the connection of that id, elsewhere
     * @param cameFrom the title of the view that asked; empty where there is none to go back to
     * @param back shows that view again
     */
    public WhyView(
            WhyModel model,
            ZoneId zone,
            Consumer<String> openConnection,
            ObservableValue<String> cameFrom,
            Runnable back) {
        this.model = model;
        this.back = back;
        rows = new StepRow(zone, openConnection);
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("why-scroll", "focus-ring");
        scroll.setId("why-chain");
        scroll.setFocusTraversable(true); // the arrow keys scroll it
        scroll.setAccessibleText("The chain from the symptom to its roots");
        var summary = new StatusBadge(Status.NEUTRAL, "");
        summary.setId("why-summary");
        var card =
                new Card("From the symptom to its roots", scroll).beside(summary).growing(scroll);
        var hint = new EmptyHint(Feather.HELP_CIRCLE, "", "");
        hint.setId("why-hint");
        model.nothing().subscribe(why -> hint.say(why.what(), why.how()));
        card.visibleProperty().bind(model.chain().isNotNull());
        hint.visibleProperty().bind(model.chain().isNull());
        var body = new StackPane(hint, card);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head(cameFrom), body);
        model.chain()
                .subscribe(chain -> {
                    show(chain);
                    scroll.setVvalue(0);
                    if (chain != null) {
                        summary.show(statusOf(chain), chain.summary());
                    }
                });
        var stylesheet = Objects.requireNonNull(WhyView.class.getResource("why.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    @Override
    public String id() {
        return "why";
    }

    @Override
    public String title() {
        return "Why";
    }

    @Override
    public Ikon icon() {
        return Feather.HELP_CIRCLE;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void clear() {
        back.run();
    }

    @Override
    public boolean barren() {
        return model.chain().get() == null;
    }

    @Override
    public void pose() {
        model.askAboutNewestError();
    }

    private Node head(ObservableValue<String> cameFrom) {
        var title = new Label("Why");
        title.getStyleClass().add(Style.VIEW_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var event = new Label();
        event.setId("why-event");
        event.getStyleClass().addAll(Style.CODE, Style.MUTED);
        event.textProperty().bind(model.event());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        copied.setId("why-copied");
        copied.getStyleClass().add(Style.MUTED);
        var head = new HBox(Space.M, goBack(cameFrom), title, event, space, copied, copies());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Space.ROW + 2);
        return head;
    }

    private Node goBack(ObservableValue<String> cameFrom) {
        var button = new Button("", new FontIcon(Feather.ARROW_LEFT));
        button.setId("why-back");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Back (Esc)"));
        button.setOnAction(click -> back.run());
        button.textProperty().bind(cameFrom);
        button.visibleProperty().bind(button.textProperty().isNotEmpty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node copies() {
        var buttons = new HBox(Space.XS);
        for (var form : Form.values()) {
            var button = new Button(form.label(), new FontIcon(Feather.COPY));
            button.setId("why-copy-" + form.word());
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip("Copy the chain as " + form.title()));
            button.setOnAction(click -> copy(form));
            buttons.getChildren().add(button);
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.visibleProperty().bind(model.chain().isNotNull());
        return buttons;
    }

    private void copy(Form form) {
        var chain = model.chain().get();
        if (chain != null) {
            IconButton.copy(form.of(chain));
            copied.setText("Copied as " + form.title() + ".");
        }
    }

    private void show(@Nullable Chain chain) {
        copied.setText("");
        steps.getChildren().setAll(chain == null ? List.of() : nodes(chain));
    }

    private List<Node> nodes(Chain chain) {
        var nodes = new ArrayList<Node>();
        var lines = chain.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean explained =
                    i + 1 < lines.size() && lines.get(i + 1).depth() > lines.get(i).depth();
            nodes.add(rows.of(lines.get(i), explained));
        }
        if (!chain.meanwhile().isEmpty()) {
            nodes.add(meanwhile(chain.meanwhile()));
        }
        return nodes;
    }

    private static Node meanwhile(List<String> faults) {
        var words = new Label("Active meanwhile: " + String.join(", ", faults));
        var meaning =
                new Label(
                        "Such faults act on the gateway as a whole. They may have had a hand in it,"
                                + " but nothing recorded says so: they are no roots.");
        meaning.getStyleClass().add(Style.MUTED);
        for (var label : new Label[] {words, meaning}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        var both = new VBox(2, words, meaning);
        HBox.setHgrow(both, Priority.ALWAYS);
        var box = new HBox(Space.S, new FontIcon(Feather.CLOUD_LIGHTNING), both);
        box.setId("why-meanwhile");
        box.getStyleClass().add("meanwhile");
        return box;
    }

    private static Status statusOf(Chain chain) {
        boolean rooted =
                chain.ends().stream()
                        .map(Line::root)
                        .anyMatch(kind -> kind.orElseThrow() != RootKind.UNKNOWN);
        return !rooted ? Status.NEUTRAL : chain.complete() ? Status.INFO : Status.WARNING;
    }
}
