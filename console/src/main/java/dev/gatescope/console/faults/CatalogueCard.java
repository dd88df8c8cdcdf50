package dev.gatescope.console.faults;

import atlantafx.base.controls.CustomTextField;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Style;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Objects;

/** The kinds to choose from, with a box to search them. For the JavaFX thread. */
final class CatalogueCard {
    private static final double WIDTH = 336;
    private static final double LEAST_WIDTH = 250;

    private final FaultsModel model;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Catalogue.Row> list = new ListView<>();
    private final EmptyHint nothing = new EmptyHint(Feather.SEARCH, "", "");
    private final Label found = new Label();
    private final Card card;

    /** Whether the list is being filled, which chooses nothing. */
    private boolean filling;

    CatalogueCard(FaultsModel model) {
        this.model = model;
        search.setId("fault-search");
        search.setPromptText("Search (Ctrl+F)");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.searchProperty());
        list.setId("fault-kinds");
        list.getStyleClass().addAll("fault-kinds", "focus-ring");
        list.setCellFactory(any -> new KindCell());
        list.setPlaceholder(nothing);
        found.getStyleClass().add(Style.CAPTION);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, was, row) -> {
                    if (row != null && !filling && !row.kind().equals(chosen())) {
                        model.draft().choose(row.kind());
                    }
                });
        model.shown().subscribe(this::fill);
        model.draft().kindProperty().subscribe(this::select);
        model.catalogueTroubleProperty().subscribe(this::tellWhyNothing);
        card = new Card("What to break", search, list).beside(found).growing(list);
        card.setPrefWidth(WIDTH);
        card.setMinWidth(LEAST_WIDTH);
        card.setMinHeight(Region.USE_COMPUTED_SIZE);
        fill();
    }

    Node node() {
        return card;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void clearSearch() {
        search.clear();
    }

    boolean isSearching() {
        return !search.getText().isEmpty();
    }

    private void fill() {
        filling = true;
        list.getItems().setAll(model.shown());
        filling = false;
        select();
        tellWhyNothing();
        found.setText(
                model.shown().size() == model.kinds()
                        ? model.kinds() + " kinds"
                        : "%d of %d kinds".formatted(model.shown().size(), model.kinds()));
    }

    private void select() {
        var chosen = chosen();
        var row =
                list.getItems().stream()
                        .filter(each -> each.kind().equals(chosen))
                        .findFirst()
                        .orElse(null);
        if (!Objects.equals(row, list.getSelectionModel().getSelectedItem())) {
            filling = true;
            list.getSelectionModel().clearSelection();
            if (row != null) {
                list.getSelectionModel().select(row);
            }
            filling = false;
        }
    }

    private Object chosen() {
        var kind = model.draft().kindProperty().get();
        return kind == null ? "nothing" : kind;
    }

    private void tellWhyNothing() {
        String trouble = model.catalogueTroubleProperty().get();
        if (model.kinds() > 0) {
            nothing.say("No kind is like this", "Esc clears the search.");
        } else if (trouble.isEmpty()) {
            nothing.say(
                    "What can be broken",
                    "appears here as soon as the gateway has told its kinds.");
        } else {
            nothing.say("No kind is known", trouble);
        }
    }
}
