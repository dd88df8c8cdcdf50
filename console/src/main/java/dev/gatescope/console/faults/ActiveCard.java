package dev.gatescope.console.faults;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.FaultInfo;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faults that act. A row changes in place, so that whoever is about to press can. */
final class ActiveCard {
    private final FaultsModel model;
    private final FaultWatchModel watch;
    private final VBox rows = new VBox(Space.M);
    private final Label count = new Label();
    private final EmptyHint hint =
            new EmptyHint(
                    Feather.CHECK_CIRCLE,
                    "Nothing is broken",
                    "Faults that act appear here with their time left and what they hit. Choose a"
                            + " kind, say why, and press Inject.");
    private final Map<String, ActiveRow> known = new HashMap<>();
    private final Card card;

    ActiveCard(FaultsModel model) {
        this.model = model;
        watch = model.watch();
        var trouble = new ProblemLabel(model.stopTroubleProperty());
        trouble.setId("fault-stop-trouble");
        count.getStyleClass().add(Style.CAPTION);
        var body = new StackPane(hint, rows);
        card = new Card("Active", trouble, body).beside(count).growing(body);
        card.setId("active-faults");
        watch.active().subscribe(this::fill);
        watch.nowProperty().subscribe(this::tick);
        model.shown().subscribe(this::fill); // titles and units come with the catalogue
        fill();
    }

    Node node() {
        return card;
    }

    private void fill() {
        List<FaultInfo> faults = watch.active();
        known.keySet().retainAll(faults.stream().map(FaultInfo::id).toList());
        var nodes = new ArrayList<Node>();
        for (var fault : faults) {
            var row = known.computeIfAbsent(fault.id(), id -> new ActiveRow(() -> stop(id)));
            row.show(fault, model.kind(fault.kind()), watch.keeps(fault));
            nodes.add(row.node());
        }
        if (!nodes.equals(rows.getChildren())) {
            rows.getChildren().setAll(nodes);
        }
        count.setText(faults.isEmpty() ? "" : faults.size() + " active");
        hint.setVisible(faults.isEmpty());
        hint.setManaged(faults.isEmpty());
        tick();
    }

    private void tick() {
        for (var fault : watch.active()) {
            var row = known.get(fault.id());
            if (row != null) {
                row.tick(fault, watch.nowProperty().get());
            }
        }
    }

    private void stop(String id) {
        watch.active().stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .ifPresent(model::stop);
    }
}
