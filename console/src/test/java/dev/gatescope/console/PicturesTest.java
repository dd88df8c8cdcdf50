package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.shell.Section;
import dev.gatescope.shared.admin.Severity;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class PicturesTest {
    @Test
    void everyViewIsDrawnInBothLooks(@TempDir Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        var ids = new CompletableFuture<List<String>>();

        Platform.runLater(() -> {
            try {
                ids.complete(draw(folder));
            } catch (IOException | RuntimeException failure) {
                ids.completeExceptionally(failure);
            }
        });

        for (var id : ids.get(30, TimeUnit.SECONDS)) {
            assertThat(sizeOf(folder.resolve(id + "-light.png"))).isEqualTo("1440x900");
            assertThat(sizeOf(folder.resolve(id + "-dark.png"))).isEqualTo("1440x900");
        }
    }

    private static List<String> draw(Path folder) throws IOException {
        var gateway = new FakeGateway();
        var feed = new Feed();
        var pulse = new ManualPulse();
        gateway.observe(feed);
        var views = Views.of(gateway, feed, pulse, Clock.systemUTC(), "ws://127.0.0.1:8025/ws");
        gateway.say(Samples.live());
        var events =
                List.of(
                        Samples.event(1, "connection.ready", Severity.INFO, "conn_00000000000a"),
                        Samples.event(2, "message.failed", Severity.ERROR, "conn_00000000000a"));
        gateway.say(Samples.frame(1, Samples.snapshot(Samples.NOON, 24), events));
        pulse.beat();
        var pictures = new Pictures(views, () -> CompletableFuture.completedFuture(null));
        pictures.pose();
        pictures.drawInto(folder);
        return views.sections().stream().map(Section::id).toList();
    }

    private static String sizeOf(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(16);
            return in.readInt() + "x" + in.readInt();
        }
    }
}
