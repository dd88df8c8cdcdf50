package dev.gatescope.console.leaks;

import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.LeakInfo;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** The chosen leak, below the table: whose it was, where it was taken, and how to get it back. */
final class LeakDetail {
    private static final double HEIGHT = 272;
    private static final double FACTS = 330;

    private final LeaksModel model;
    private final DateTimeFormatter clockTime;
    private final StatusBadge state = new StatusBadge(Status.NEUTRAL, "");
    private final Label title = new Label();
    private final GridPane facts = new GridPane(Space.M, Space.XS);
    private final Hyperlink connection = new Hyperlink();
    private final Label user = value();
    private final Label request = value();
    private final Label acquired = value();
    private final Label since = value();
    private final Label age = value();
    private final Label expected = value();
    private final ListView<String> stack = new ListView<>();
    private final VBox card;

    /**
     * @param openConnection shows the connection of that id, elsewhere
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    LeakDetail(
            LeaksModel model,
            ZoneId zone,
            Consumer<String> openConnection,
            Consumer<String> openWhy) {
        this.model = model;
        clockTime = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        title.getStyleClass().add("card-title");
        connection.setId("leak-connection");
        connection.getStyleClass().add(Style.CODE);
        connection.setTooltip(new Tooltip("Show its timeline"));
        connection.setOnAction(click -> openConnection.accept(connection.getText()));
        fillFacts();
        stack.setId("leak-stack");
        stack.setFixedCellSize(20);
        stack.setAccessibleText("Where it was taken, innermost first");
        stack.getStyleClass().addAll("stack", "focus-ring");
        var where = new Label("Taken here, innermost first");
        where.getStyleClass().add(Style.CAPTION);
        var right = new VBox(Space.XS, where, stack);
        VBox.setVgrow(stack, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        var body = new HBox(Space.L, facts, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        card = new VBox(Space.M, head(openWhy), body, new ReclaimForm(model).node());
        card.setId("leak-detail");
        card.getStyleClass().add(Style.CARD);
        card.setMinHeight(HEIGHT);
        card.setPrefHeight(HEIGHT);
        card.setMaxHeight(HEIGHT);
        card.managedProperty().bind(card.visibleProperty());
        card.visibleProperty().bind(model.chosen().isNotNull());
        model.chosen().subscribe(this::show);
        model.now().subscribe(this::tick);
    }

    Node node() {
        return card;
    }

    private Node head(Consumer<String> openWhy) {
        var why = new Button("Why", new FontIcon(Feather.HELP_CIRCLE));
        why.setId("leak-why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setTooltip(new Tooltip("Show why it was not given back, down to the roots"));
        why.setOnAction(click -> {
            var leak = model.chosen().get();
            if (leak != null) {
                openWhy.accept(leak.event());
            }
        });
        var close = new IconButton(Feather.X, "Close (Esc)");
        close.setId("leak-close");
        close.setOnAction(click -> model.chosen().set(null));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Space.M, state, title, space, why, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fillFacts() {
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        facts.setMinWidth(FACTS);
        facts.setMaxWidth(FACTS);
        facts.getStyleClass().add("leak-facts");
        addFact("Connection", connection);
        addFact("User", user);
        addFact("Message", request);
        addFact("Taken", acquired);
        addFact("Owner over", since);
        addFact("Held for", age);
        addFact("Expected back", expected);
    }

    private void addFact(String name, Node value) {
        var caption = new Label(name);
        caption.getStyleClass().add(Style.CAPTION);
        facts.addRow(facts.getRowCount(), caption, value);
    }

    private void show(@Nullable LeakInfo leak) {
        if (leak == null) {
            return;
        }
        state.show(LeakState.look(leak.state()), leak.state());
        title.setText(leak.kind() + " taken at " + leak.acquiredAt());
        var owner = leak.owner();
        connection.setText(LeaksModel.ownerOf(leak));
        connection.setDisable(owner.connection() == null);
        user.setText(orDash(owner.user()));
        request.setText(orDash(owner.request()));
        acquired.setText(clockTime.format(leak.acquired()));
        since.setText(clockTime.format(leak.since()));
        expected.setText(leak.expected());
        if (!stack.getItems().equals(leak.stack())) {
            stack.getItems().setAll(leak.stack());
        }
        tick(model.now().get());
    }

    private void tick(Instant now) {
        var leak = model.chosen().get();
        if (leak != null) {
            var end = leak.endedAt();
            age.setText(
                    Age.of(leak, now)
                            + (end == null
                                    ? ""
                                    : ", " + leak.state() + " at " + clockTime.format(end)));
        }
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static Label value() {
        var label = new Label();
        label.getStyleClass().add(Style.TABULAR);
        return label;
    }
}
