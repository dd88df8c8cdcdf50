package dev.gatescope.gateway;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The gateway as a program of its own. */
@Command(
        name = "gatescope-gateway",
        description = "Runs a WebSocket gateway that shows what happens to its connections.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        sortOptions = false,
        subcommands = {TokenCommand.class, ExperimentCommand.class})
public final class GatewayMain implements Callable<Integer> {
    @Mixin private final GatewayOptions options = new GatewayOptions();

    private GatewayProgram.@Nullable Stop stop;

    private GatewayMain() {}

    /** Starts the program; ends the process only where it could not start. */
    public static void main(String[] args) {
        var main = new GatewayMain();
        main.stop = GatewayProgram.stopInOrder();
        var exitCode = CommandLines.of(main).execute(args);
        main.stop.cancel();
        System.exit(exitCode);
    }

    /** Closes this first, and ends with this code, when the process is told to stop. */
    void onStop(AutoCloseable running, int exitCode) {
        if (stop != null) {
            stop.closes(running, exitCode);
        }
    }

    static Object command() {
        return new GatewayMain();
    }

    /** Runs until the process is told to stop. */
    @Override
    public Integer call() throws Exception {
        var gateway = Gateway.prepare(options.toConfig());
        GatewayProgram.stopWithParent();
        start(gateway);
        System.out.println(gateway.readyLine());
        gateway.beginDemo();
        new CountDownLatch(1).await();
        return 0;
    }

    private void start(Gateway gateway) throws GatewayStartException, InterruptedException {
        if (stop != null) {
            stop.closes(gateway);
        }
        try {
            gateway.listen();
            gateway.awaitStarted();
        } catch (GatewayStartException e) {
            if (stop != null) {
                stop.cancel(); // Told to stop while it started, it has nothing to complain about.
            }
            throw e;
        }
    }
}
