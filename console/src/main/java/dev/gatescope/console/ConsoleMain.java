package dev.gatescope.console;

import dev.gatescope.gateway.CommandLines;
import dev.gatescope.gateway.GatewayOptions;
import dev.gatescope.gateway.GatewayProgram;
import dev.gatescope.gateway.InvalidOption;
import dev.gatescope.gateway.ProductVersion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** The console as a program: its command line, and in which of its forms it starts. */
@Command(
        name = "gatescope",
        description = "Shows what happens inside a WebSocket gateway, its own or a running one.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        sortOptions = false)
public final class ConsoleMain implements Callable<Integer> {
    @Mixin private final ConsoleOptions console = new ConsoleOptions();
    @Mixin private final GatewayOptions gateway = new GatewayOptions();
    @Spec private @Nullable CommandSpec spec;

    ConsoleMain() {}

    /** Starts the program, and ends the process when it is done. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return CommandLines.of(new ConsoleMain());
    }

    /** Runs until the window is closed, the pictures are drawn or the process is told to stop. */
    @Override
    public Integer call() throws Exception {
        var pictures = console.pictures();
        var traffic = console.traffic();
        if (pictures != null) {
            gateway.switchDemoOn();
        }
        var app = new ConsoleApp(target());
        GatewayProgram.stopWithParent();
        if (pictures != null) {
            return app.draw(pictures, traffic);
        }
        return Display.isThere() ? app.showWindow() : app.printFigures();
    }

    Target target() throws InvalidOption {
        var token = console.bearer();
        if (!console.attaches()) {
            return new Target.Embedded(gateway.toConfig());
        }
        refuseGatewayOptions();
        return new Target.Attached(console.gateway(), token);
    }

    /** Only those on the command line: an environment may well be set up for both programs. */
    private void refuseGatewayOptions() throws InvalidOption {
        if (spec == null) {
            return;
        }
        var given = spec.commandLine().getParseResult();
        for (var option : CommandSpec.forAnnotatedObject(new GatewayOptions()).options()) {
            if (given.hasMatchedOption(option.longestName())) {
                throw new InvalidOption(
                        option.longestName()
                                + " is for an embedded gateway and cannot go with --attach.");
            }
        }
    }
}
