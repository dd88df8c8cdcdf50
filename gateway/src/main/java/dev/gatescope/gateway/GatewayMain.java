package dev.gatescope.gateway;

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
        subcommands = TokenCommand.class)
public final class GatewayMain implements Callable<Integer> {
    @Mixin private final GatewayOptions options = new GatewayOptions();

    private GatewayMain() {}

    /** Starts the program; ends the process only where it could not start. */
    public static void main(String[] args) {
        var exitCode = CommandLines.of(command()).execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
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
        var neverMind = GatewayProgram.stopWithProcess(gateway);
        try {
            gateway.listen();
            gateway.awaitStarted();
        } catch (GatewayStartException e) {
            neverMind.run();
            throw e;
        }
        System.out.println(gateway.readyLine());
        gateway.beginDemo();
        new CountDownLatch(1).await();
        return 0;
    }
}
