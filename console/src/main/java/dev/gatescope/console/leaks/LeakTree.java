package dev.gatescope.console.leaks;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.leaks.LeakRow.Group;
import dev.gatescope.console.leaks.LeakRow.Single;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.LeakInfo;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The leaks by place; a place opens into its single ones. Lines that stay keep their state. */
final class LeakTree {
    private final LeaksModel model;
    private final DateTimeFormatter clockTime;
    private final TreeItem<LeakRow> root = new TreeItem<>();
    private final TreeTableView<LeakRow> table = new TreeTableView<>(root);
    private boolean arranging;

    LeakTree(LeaksModel model, ZoneId zone) {
        this.model = model;
        clockTime = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        table.setId("leaks");
        table.setShowRoot(false);
        table.setFixedCellSize(Space.ROW);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.DENSE, Style.CARD_TABLE);
        var hint = new EmptyHint(Feather.DROPLET, "", "");
        model.nothing().subscribe(why -> hint.say(why.what(), why.how()));
        table.setPlaceholder(hint);
        addColumns();
        model.groups().subscribe(this::show);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, was, item) -> choose(item));
        model.chosen()
                .subscribe(leak -> {
                    if (leak == null) {
                        table.getSelectionModel().clearSelection();
                    }
                });
    }

    Node node() {
        return table;
    }

    /** Opens the first place and chooses its oldest leak. */
    void chooseFirst() {
        if (!root.getChildren().isEmpty()) {
            var place = root.getChildren().getFirst();
            place.setExpanded(true);
            if (place.getChildren().getFirst().getValue() instanceof Single(var leak)) {
                model.chosen().set(leak);
                showChosen();
            }
        }
    }

    private void addColumns() {
        add("Taken at, and whose", 300, group -> group.place(), LeakTree::owner);
        add("Kind", 90, LeakGroup::kind, LeakInfo::kind);
        var count =
                add(
                        "Count",
                        70,
                        group -> String.format(Locale.ROOT, "%,d", group.leaks().size()),
                        leak -> "");
        var since = add("Owner over", 100, group -> "", leak -> clockTime.format(leak.since()));
        var age = column("Age", 140, this::age);
        age.setId("leaks-age");
        for (var digits : List.of(count, since, age)) {
            digits.getStyleClass().add("digits");
        }
    }

    private ObservableValue<String> age(LeakRow row) {
        return switch (row) {
            case Group(var group) -> model.now().map(now -> oldest(group, now));
            case Single(var leak) -> model.now().map(now -> Age.of(leak, now));
        };
    }

    private static String oldest(LeakGroup group, Instant now) {
        return group.leaks().size() == 1
                ? Age.of(group.leaks().getFirst(), now)
                : "up to " + Age.of(group.leaks().getFirst(), now);
    }

    private static String owner(LeakInfo leak) {
        String user = Objects.requireNonNullElse(leak.owner().user(), "");
        return LeaksModel.ownerOf(leak) + (user.isEmpty() ? "" : "  " + user);
    }

    private TreeTableColumn<LeakRow, String> add(
            String title,
            double width,
            Function<LeakGroup, String> ofGroup,
            Function<LeakInfo, String> ofLeak) {
        return column(
                title,
                width,
                row ->
                        new ReadOnlyStringWrapper(
                                switch (row) {
                                    case Group(var group) -> ofGroup.apply(group);
                                    case Single(var leak) -> ofLeak.apply(leak);
                                }));
    }

    private TreeTableColumn<LeakRow, String> column(
            String title, double width, Function<LeakRow, ObservableValue<String>> value) {
        var column = new TreeTableColumn<LeakRow, String>(title);
        column.setCellValueFactory(cell -> value.apply(cell.getValue().getValue()));
        column.setMinWidth(width);
        boolean first = table.getColumns().isEmpty();
        column.setPrefWidth(first ? 900 : width);
        column.setMaxWidth(first ? Double.MAX_VALUE : 1.4 * width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void show(List<LeakGroup> groups) {
        arranging = true;
        arrange(root, groups.stream().<LeakRow>map(Group::new).toList());
        for (int i = 0; i < groups.size(); i++) {
            arrange(
                    root.getChildren().get(i),
                    groups.get(i).leaks().stream().<LeakRow>map(Single::new).toList());
        }
        arranging = false;
        showChosen();
    }

    /** Lines are used again, so that what is open stays open. */
    private static void arrange(TreeItem<LeakRow> parent, List<LeakRow> rows) {
        Map<String, TreeItem<LeakRow>> before = new HashMap<>();
        parent.getChildren().forEach(item -> before.put(item.getValue().id(), item));
        var items = new ArrayList<TreeItem<LeakRow>>();
        for (var row : rows) {
            @Nullable TreeItem<LeakRow> item = before.get(row.id());
            if (item == null) {
                item = new TreeItem<>(row);
            } else if (!item.getValue().equals(row)) {
                item.setValue(row);
            }
            items.add(item);
        }
        if (!items.equals(parent.getChildren())) {
            parent.getChildren().setAll(items);
        }
    }

    private void choose(@Nullable TreeItem<LeakRow> item) {
        if (!arranging && item != null && item.getValue() instanceof Single(var leak)) {
            model.chosen().set(leak);
        }
    }

    /** Filling the table anew moves its selection to another line. */
    private void showChosen() {
        var chosen = model.chosen().get();
        var selection = table.getSelectionModel();
        var now = selection.getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (now != null && now.getValue().id().equals(chosen.id())) {
            return;
        }
        arranging = true;
        selection.clearSelection();
        for (var place : root.getChildren()) {
            for (var item :
                    place.isExpanded() ? place.getChildren() : List.<TreeItem<LeakRow>>of()) {
                if (item.getValue().id().equals(chosen.id())) {
                    selection.select(item);
                }
            }
        }
        arranging = false;
    }
}
