package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.IconButton;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The table of connections. Rows that come and go do not move what somebody looks at, and never
 * change which row is chosen. For the JavaFX thread.
 */
final class ConnectionsTable {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final String COLUMN = "column-";
    private static final double SCROLL_BAR = 20;
    private static final double HEAD = 40; // the titles and the borders
    private static final int LINES_ABOVE = 2;

    private final ConnectionsModel model;
    private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
    private final TableView<ConnectionRow> table = new Table();
    private final Anchor anchor = new Anchor(table);
    private boolean arranging;

    ConnectionsTable(ConnectionsModel model) {
        this.model = model;
        table.setId("connections");
        table.setFixedCellSize(Space.ROW);
        table.getStyleClass().addAll(Styles.DENSE, Style.CARD_TABLE);
        var hint = new EmptyHint(Feather.LINK, "", "");
        model.counts().subscribe(counts -> hint.say(counts.whyNothing(), counts.howToSeeSome()));
        table.setPlaceholder(hint);
        for (var column : Column.values()) {
            table.getColumns().add(tableColumn(column));
        }
        table.setSortPolicy(sorted -> {
            model.orderBy(sorted.getComparator());
            return true;
        });
        table.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copyId();
                key.consume();
            }
        });
        var copy = new MenuItem("Copy id");
        copy.setAccelerator(COPY);
        copy.setOnAction(click -> copyId());
        table.setContextMenu(new ContextMenu(copy));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, was, now) -> choose(now));
        table.widthProperty().subscribe(this::stretchLast);
        table.sceneProperty()
                .addListener((property, was, now) -> {
                    if (now != null) {
                        reveal();
                    }
                });
        table.getVisibleLeafColumns()
                .addListener(
                        (ListChangeListener<TableColumn<ConnectionRow, ?>>)
                                change -> stretchLast());
        model.shown().addListener((ListChangeListener<ConnectionRow>) change -> arrange());
        model.chosen().subscribe(this::showChosen);
        arrange();
    }

    TableView<ConnectionRow> node() {
        return table;
    }

    /** A menu in which people choose the columns. */
    MenuButton columnChooser() {
        var chooser = new MenuButton("Columns", new FontIcon(Feather.COLUMNS));
        chooser.setId("columns");
        for (var column : table.getColumns()) {
            var item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            chooser.getItems().add(item);
        }
        return chooser;
    }

    private static TableColumn<ConnectionRow, ConnectionInfo> tableColumn(Column column) {
        var result = new TableColumn<ConnectionRow, ConnectionInfo>(column.title());
        result.setId(COLUMN + column.name());
        result.setCellValueFactory(row -> row.getValue().info());
        result.setCellFactory(
                any -> column.kind() == Column.Kind.STATE ? new StateCell() : new TextCell(column));
        result.setComparator(column.order());
        result.setPrefWidth(column.width());
        result.setVisible(column.shownAtFirst());
        switch (column.kind()) {
            case NUMBER -> result.getStyleClass().addAll("digits", "number");
            case CODE -> result.getStyleClass().add("digits");
            case TEXT, STATE -> {}
        }
        return result;
    }

    /** The last column takes what the others leave; never less than it needs. */
    private void stretchLast() {
        var columns = table.getVisibleLeafColumns();
        if (columns.isEmpty()) {
            return;
        }
        double others =
                columns.subList(0, columns.size() - 1).stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        var last = columns.getLast();
        double least = Column.valueOf(last.getId().substring(COLUMN.length())).width();
        last.setPrefWidth(Math.max(least, table.getWidth() - others - SCROLL_BAR));
    }

    private void arrange() {
        anchor.drop(model.detail().chosenId());
        arranging = true; // the table selects what has come to lie where the selection was
        rows.setAll(model.shown());
        select(model.detail().chosenId());
        arranging = false;
        anchor.hold();
    }

    private void choose(@Nullable ConnectionRow row) {
        if (!arranging && row != null) {
            model.choose(row.id());
        }
    }

    private void showChosen(@Nullable ConnectionInfo chosen) {
        var selected = table.getSelectionModel().getSelectedItem();
        String now = selected == null ? null : selected.id();
        String wanted = chosen == null ? null : chosen.id();
        if (wanted == null || !wanted.equals(now)) {
            arranging = true;
            select(wanted);
            arranging = false;
            reveal();
        }
    }

    /** Scrolls to the chosen row, unless it is in sight. */
    private void reveal() {
        var flow = flow();
        if (flow != null) {
            flow.layout(); // rows that changed out of sight are not laid out yet
        }
        int chosen = table.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && !chosenIsInSight(table.getHeight())) {
            table.scrollTo(Math.max(0, chosen - LINES_ABOVE));
            if (flow != null) {
                flow.layout();
            }
        }
    }

    private boolean chosenIsInSight(double height) {
        int chosen = table.getSelectionModel().getSelectedIndex();
        var flow = flow();
        int first =
                flow == null || flow.getFirstVisibleCell() == null
                        ? 0
                        : flow.getFirstVisibleCell().getIndex();
        double lines = (height - HEAD) / Space.ROW - 1; // the last one may be cut
        return chosen >= first && chosen < first + lines;
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** Keeps the chosen row in sight when its height changes, as when the detail opens below. */
    private final class Table extends TableView<ConnectionRow> {
        private double heightBefore;

        Table() {
            super(rows);
        }

        @Override
        protected void layoutChildren() {
            boolean resized = getHeight() != heightBefore;
            boolean follow = resized && (heightBefore == 0 || chosenIsInSight(heightBefore));
            heightBefore = getHeight();
            super.layoutChildren();
            if (follow) {
                reveal();
            }
        }
    }

    private void select(@Nullable String id) {
        var selection = table.getSelectionModel();
        for (int i = 0; id != null && i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                selection.clearAndSelect(i);
                return;
            }
        }
        selection.clearSelection();
    }

    private void copyId() {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            IconButton.copy(row.id());
        }
    }
}
