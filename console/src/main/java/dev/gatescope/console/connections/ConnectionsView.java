package dev.gatescope.console.connections;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Shows a {@link ConnectionsModel}. For the JavaFX thread. */
public final class ConnectionsView implements Section {
    private final ConnectionsModel model;
    private final CustomTextField filter = new CustomTextField();
    private final SplitPane split = new SplitPane();
    private final VBox root = new VBox(Space.M);
    private final BooleanProperty enlarged = new SimpleBooleanProperty();

    /**
     * @param timeline shows the timeline of {@link ConnectionsModel#chosen()}
     * @param sequence shows it as a sequence diagram
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    public ConnectionsView(
            ConnectionsModel model, Node timeline, Node sequence, Consumer<String> openWhy) {
        this.model = model;
        var table = new ConnectionsTable(model);
        var detail = new DetailPane(model.detail(), timeline, sequence, enlarged, openWhy).node();
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("connections-split");
        model.chosen().subscribe(chosen -> arrange(table.node(), detail));
        enlarged.subscribe(now -> arrange(table.node(), detail));
        VBox.setVgrow(split, Priority.ALWAYS);
        var live = new VBox(Space.M, filterBar(table), split);
        var refused = new RefusedPane(model.refused()).node();
        live.visibleProperty().bind(refused.visibleProperty().not());
        var body = new StackPane(live, refused);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head(refused), body);
        var stylesheet =
                Objects.requireNonNull(ConnectionsView.class.getResource("connections.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    @Override
    public String id() {
        return "connections";
    }

    @Override
    public String title() {
        return "Connections";
    }

    @Override
    public Ikon icon() {
        return Feather.LINK;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public void clear() {
        if (enlarged.get()) {
            enlarged.set(false);
            return;
        }
        if (filter.getText().isEmpty()) {
            model.detail().clear();
        }
        filter.clear();
    }

    @Override
    public void pose() {
        model.shown().stream()
                .max(Comparator.comparingLong(row -> row.now().messagesIn()))
                .map(ConnectionRow::id)
                .ifPresent(model::choose);
    }

    /** Whether the chosen connection has all the room, without table and facts. */
    public BooleanProperty enlargedProperty() {
        return enlarged;
    }

    private HBox head(Node refused) {
        var title = new Label("Connections");
        title.getStyleClass().add(Style.VIEW_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        var live = choice("Connections", group, Styles.LEFT_PILL);
        var never = choice("Refused requests", group, Styles.RIGHT_PILL);
        never.setTooltip(new Tooltip("Requests that never became a WebSocket, and why"));
        live.setId("show-connections");
        never.setId("show-refused");
        group.selectToggle(live);
        group.selectedToggleProperty()
                .addListener((property, was, now) -> {
                    if (now == null) {
                        group.selectToggle(was);
                    } else {
                        refused.setVisible(now.equals(never));
                    }
                });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var counts = counts();
        counts.visibleProperty().bind(refused.visibleProperty().not());
        var head = new HBox(Space.M, title, counts, space, new HBox(live, never));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label counts() {
        var counts = new Label();
        counts.setId("counts");
        counts.getStyleClass().add(Style.MUTED);
        counts.textProperty().bind(model.counts().map(ConnectionsModel.Counts::text));
        return counts;
    }

    private HBox filterBar(ConnectionsTable table) {
        filter.setId("connections-filter");
        filter.setPromptText(
                "Filter, for example  alice  or  state:ready code:1008 -demo:true  (Ctrl+F)");
        filter.setTooltip(new Tooltip("Fields: " + String.join(", ", ConnectionFilter.fields())));
        filter.setLeft(new FontIcon(Feather.SEARCH));
        filter.textProperty().bindBidirectional(model.filterText());
        HBox.setHgrow(filter, Priority.ALWAYS);
        var chooser = table.columnChooser();
        chooser.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(Space.S, filter, chooser);
    }

    /** The table, with the chosen connection below it or, where that is enlarged, in its place. */
    private void arrange(Node table, Node detail) {
        boolean chosen = model.chosen().getValue() != null;
        List<Node> wanted =
                !chosen
                        ? List.of(table)
                        : enlarged.get() ? List.of(detail) : List.of(table, detail);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            split.setDividerPositions(0.55);
        }
    }

    private static ToggleButton choice(String text, ToggleGroup group, String place) {
        var button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().add(place);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
