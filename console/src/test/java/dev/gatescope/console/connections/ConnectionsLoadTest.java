package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FxPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures how fluent the table stays with 3,000 open connections, of which 300 change and 10 come
 * and go every second, sorted by a column that changes. Prints what it found.
 */
@EnabledIfSystemProperty(named = "gatescope.full", matches = "true")
class ConnectionsLoadTest {
    private static final int OPEN = 3_000;
    private static final int CHANGES_A_BEAT = 75;
    private static final int WARM_UP_PULSES = 120;
    private static final int PULSES = 500;

    private final FakeGateway gateway = new FakeGateway();
    private final Feed feed = new Feed();
    private int beats;

    @Test
    void staysFluentWhileThousandsOfRowsChange() throws Exception {
        gateway.observe(feed);
        var gaps = new CompletableFuture<List<Double>>();
        var stage = Toolkit.call(() -> show(gaps));
        long cpuBefore = cpuMillis();
        long before = System.nanoTime();

        var sorted = gaps.get().stream().sorted().toList();

        double seconds = (System.nanoTime() - before) / 1e9;
        double worst = sorted.getLast();
        double p99 = sorted.get((int) (sorted.size() * 0.99));
        System.out.printf(
                "%d rows, 300 changes/s: %.0f pulses/s, gaps p50 %.0f ms, p99 %.0f ms, worst %.0f"
                        + " ms, cpu %.0f %% of a core%n",
                OPEN,
                (PULSES + WARM_UP_PULSES) / seconds,
                sorted.get(sorted.size() / 2),
                p99,
                worst,
                (cpuMillis() - cpuBefore) / seconds / 10);
        Toolkit.call(() -> {
            stage.close();
            return stage;
        });
        assertThat(p99).isLessThan(250);
        assertThat(worst).isLessThan(1_000);
    }

    private Stage show(CompletableFuture<List<Double>> gaps) {
        Theme.LIGHT.apply();
        var pulse = new FxPulse();
        pulse.onBeat(this::traffic);
        pulse.onBeat(feed::drain);
        var model = new ConnectionsModel(gateway, feed, pulse, InstantSource.system());
        var view = (Parent) new ConnectionsView(model, new Label(), new Label(), id -> {}).node();
        var scene = new Scene(view, 1000, 900);
        Theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        feed.onFrame(frame(1, Clients.mix(OPEN * 17 / 12, Samples.NOON)));
        feed.drain();
        if (view.lookup("#connections") instanceof TableView<?> table) {
            sortByMessages(table);
        }
        new Gaps(gaps, pulse).start();
        return stage;
    }

    private static <T> void sortByMessages(TableView<T> table) {
        for (var column : table.getColumns()) {
            if ("column-MESSAGES_IN".equals(column.getId())) {
                column.setSortType(TableColumn.SortType.DESCENDING);
                table.getSortOrder().add(column);
            }
        }
    }

    private void traffic() {
        var changed = new ArrayList<ConnectionInfo>();
        for (int i = 0; i < CHANGES_A_BEAT; i++) {
            int number = (beats * CHANGES_A_BEAT + i) * 17 % OPEN;
            changed.add(Clients.busier(number, Samples.NOON, 400 + beats % 97 + i));
        }
        for (int i = 0; i < 3; i++) {
            changed.add(Clients.open(20_000 + beats * 3 + i, Samples.NOON));
        }
        beats++;
        feed.onFrame(frame(2 + beats, changed));
    }

    private static StreamFrame frame(long seq, List<ConnectionInfo> connections) {
        return new StreamFrame(seq, null, List.of(), connections, 0);
    }

    private static long cpuMillis() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime() / 1_000_000
                : 0;
    }

    /** Notes the milliseconds from one pulse of the screen to the next. */
    private static final class Gaps extends AnimationTimer {
        private final CompletableFuture<List<Double>> result;
        private final FxPulse pulse;
        private final List<Double> gaps = new ArrayList<>();
        private long before;
        private int pulses;

        Gaps(CompletableFuture<List<Double>> result, FxPulse pulse) {
            this.result = result;
            this.pulse = pulse;
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            if (++pulses > WARM_UP_PULSES) {
                gaps.add((now - before) / 1e6);
            }
            before = now;
            if (gaps.size() == PULSES) {
                stop();
                pulse.stop();
                Platform.runLater(() -> result.complete(gaps));
            }
        }
    }
}
