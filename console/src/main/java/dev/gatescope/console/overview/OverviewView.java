package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Line.Tone;
import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.FluidRow;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;
import java.util.function.Consumer;

/** Shows an {@link OverviewModel}. For the JavaFX thread. */
public final class OverviewView implements Section {
    private final OverviewModel model;
    private final ProblemsModel problems;
    private final HeadlineCard connection;
    private final HeadlineCard routing;
    private final HeadlineCard handlers;
    private final HeadlineCard leaks;
    private final Tiles tiles;
    private final ReadinessCard readiness = new ReadinessCard();
    private final ScrollPane scroll = new ScrollPane();

    /**
     * @param openWhy shows why the event of that id happened, elsewhere
     * @param openErrors shows all errors one by one, elsewhere
     */
    public OverviewView(
            OverviewModel model,
            ProblemsModel problems,
            Consumer<String> openWhy,
            Runnable openErrors) {
        this.model = model;
        this.problems = problems;
        var charts = new Charts(model);
        connection =
                new HeadlineCard(
                        "Connection success",
                        charts.share("Connection success", 0.99, Measure.CONNECTION_SUCCESS));
        routing =
                new HeadlineCard(
                        "Routing success",
                        charts.share("Routing success", 0.995, Measure.ROUTING_SUCCESS));
        handlers =
                new HeadlineCard(
                        "Handlers registered",
                        charts.of(
                                "Handlers registered against open connections",
                                Unit.COUNT,
                                charts.line(Measure.HANDLERS_REGISTERED, "handlers", Tone.MAIN),
                                charts.line(Measure.CONNECTIONS_ACTIVE, "open", Tone.OTHER)));
        leaks =
                new HeadlineCard(
                        "Sessions leaked",
                        charts.of(
                                "Database sessions leaked and open",
                                Unit.COUNT,
                                charts.line(Measure.SESSIONS_LEAKED, "leaked", Tone.ALARM),
                                charts.line(Measure.SESSIONS_OPEN, "open", Tone.OTHER)));
        tiles = new Tiles(charts);
        frame(new ProblemsCard(problems, openWhy, openErrors));
        model.figures().subscribe(this::show);
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public Ikon icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void pose() {
        problems.ask();
    }

    private void frame(ProblemsCard problems) {
        var content =
                new VBox(
                        Space.M,
                        notice(),
                        growing(
                                new FluidRow(
                                        Space.M,
                                        255,
                                        new int[] {4, 2},
                                        connection.node(),
                                        routing.node(),
                                        handlers.node(),
                                        leaks.node())),
                        growing(tiles.node()),
                        growing(
                                new FluidRow(
                                                Space.M,
                                                400,
                                                new int[] {2, 1},
                                                readiness.node(),
                                                problems.node())
                                        .shared(5, 13)));
        content.getStyleClass().add("overview");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("overview-scroll");
        var stylesheet = Objects.requireNonNull(OverviewView.class.getResource("overview.css"));
        scroll.getStylesheets().add(stylesheet.toExternalForm());
    }

    private void show(@Nullable Figures figures) {
        if (figures == null) {
            return;
        }
        connection.show(figures.connection());
        routing.show(figures.routing());
        handlers.show(figures.handlers());
        leaks.show(figures.leaks());
        tiles.show(figures);
        readiness.show(figures.readiness(), figures.components());
    }

    /** Says why figures are grey; takes no room while they are not. */
    private Node notice() {
        var badge = new StatusBadge(Status.WARNING, "");
        model.notice().subscribe(text -> badge.show(Status.WARNING, text));
        badge.visibleProperty().bind(model.stale());
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    private static Node growing(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
