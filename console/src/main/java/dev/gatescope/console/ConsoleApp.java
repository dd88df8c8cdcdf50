package dev.gatescope.console;

import dev.gatescope.console.compare.CompareModel;
import dev.gatescope.console.compare.CompareView;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FxPulse;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.RemoteGateway;
import dev.gatescope.gateway.CommandLines;
import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.admin.AdminAccess;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The console with its gateway, in one of three forms: a window, lines of text, or pictures. The
 * only place that starts an embedded gateway and gives views the means to run experiments. For the
 * program's main thread.
 */
final class ConsoleApp {
    /** Held, or its level would be forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Target target;
    private final Feed feed = new Feed();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private String clients = "the gateway";

    ConsoleApp(Target target) {
        this.target = target;
    }

    /** Opens the window; ends the process when it is closed or the process is told to stop. */
    int showWindow() throws InterruptedException {
        var ending = new Ending(this::close);
        var window = new CompletableFuture<ConsoleWindow>();
        if (!startToolkit(() -> window.complete(new ConsoleWindow(() -> ending.end(0))))) {
            return printFigures(ending);
        }
        try {
            var gateway = connect();
            window.thenAcceptAsync(shown -> shown.show(views(gateway)), Platform::runLater).join();
            return forever();
        } catch (GatewayStartException e) {
            return ending.failed(e.getMessage());
        }
    }

    /** Prints the figures once a second, until the process is told to stop. */
    int printFigures() throws InterruptedException {
        return printFigures(new Ending(this::close));
    }

    /** Draws the views after a while of traffic; gives the exit code. */
    int draw(Path folder, Duration traffic) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            startToolkit(() -> {});
            var gateway = connect();
            System.err.println(waitingFor(traffic));
            feed.register(new LinkNews(System.err::println));
            var wait = javafx.util.Duration.millis(traffic.toMillis());
            var trouble =
                    CompletableFuture.supplyAsync(
                                    () -> new Pictures(views(gateway), encore(gateway)),
                                    Platform::runLater)
                            .thenCompose(pictures -> pictures.drawAfter(wait, folder))
                            .join();
            if (trouble.isEmpty()) {
                return 0;
            }
            System.err.println(trouble);
            return CommandLines.USAGE;
        } finally {
            close();
        }
    }

    /** Only a gateway of our own may be broken for a picture. */
    private Supplier<CompletableFuture<?>> encore(GatewayControl gateway) {
        return switch (target) {
            case Target.Attached _ -> () -> CompletableFuture.completedFuture(null);
            case Target.Embedded _ -> new Encore(gateway, URI.create(clients));
        };
    }

    private String waitingFor(Duration traffic) {
        var whose =
                switch (target) {
                    case Target.Attached(var admin, var _) -> "the gateway at " + admin;
                    case Target.Embedded _ -> "this gateway";
                };
        return "Drawing after %s of traffic of %s.".formatted(traffic, whose);
    }

    private int printFigures(Ending ending) throws InterruptedException {
        System.out.println(Display.MISSING);
        try {
            var gateway = connect();
            var line = new FigureLine();
            feed.register(line);
            gateway.observe(feed);
            everySecond(() -> {
                feed.drain();
                line.lines().forEach(System.out::println);
            });
            return forever();
        } catch (GatewayStartException e) {
            return ending.failed(e.getMessage());
        }
    }

    private GatewayControl connect() throws GatewayStartException, InterruptedException {
        var gateway =
                switch (target) {
                    case Target.Attached(var admin, var token) -> new RemoteGateway(admin, token);
                    case Target.Embedded(var config) -> embedded(config);
                };
        open.push(gateway);
        return gateway;
    }

    /** Prints the ready line before anything else is said. */
    private GatewayControl embedded(GatewayConfig config)
            throws GatewayStartException, InterruptedException {
        var gateway = Gateway.prepare(config);
        open.push(gateway);
        gateway.listen();
        gateway.awaitStarted();
        clients = gateway.clientUri().toString();
        System.out.println(gateway.readyLine());
        gateway.beginDemo();
        return new RemoteGateway(gateway.adminUri(), ownToken(config));
    }

    /** An operator's token; where there are viewers only, one that can at least look. */
    static @Nullable String ownToken(GatewayConfig config) {
        return config.adminTokens().stream()
                .max(Comparator.comparing(key -> key.person().operator()))
                .map(AdminAccess.Key::token)
                .orElse(null);
    }

    private Views views(GatewayControl gateway) {
        var experiments = new LocalExperiments();
        open.push(experiments);
        var pulse = new FxPulse();
        var compare = new CompareView(new CompareModel(experiments, pulse), new DesktopDocuments());
        var views =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        Clock.system(ZoneId.systemDefault()),
                        clients,
                        compare);
        gateway.observe(feed);
        return views;
    }

    private void everySecond(Runnable work) {
        var seconds = Executors.newSingleThreadScheduledExecutor();
        open.push(seconds::shutdownNow);
        var _ = seconds.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Starts JavaFX, which warns that it was not started as modules; Gatescope means to.
     *
     * @return whether there is a display after all
     */
    private static boolean startToolkit(Runnable started) {
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Platform.startup(started);
            return true;
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
    }

    private static int forever() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private void close() throws Exception {
        for (var last = open.poll(); last != null; last = open.poll()) {
            last.close();
        }
    }
}
