package dev.gatescope.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import dev.gatescope.gateway.experiment.Experiment;
import dev.gatescope.gateway.experiment.ExperimentPlan;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.Reading;
import dev.gatescope.gateway.experiment.Verdict;
import dev.gatescope.gateway.report.Context;
import dev.gatescope.gateway.report.HtmlReport;
import dev.gatescope.gateway.report.JsonReport;
import dev.gatescope.gateway.report.ReportFolder;
import dev.gatescope.gateway.report.TextReport;
import dev.gatescope.gateway.scenario.InvalidScenario;
import dev.gatescope.gateway.scenario.Scenario;
import dev.gatescope.gateway.scenario.Scenarios;
import dev.gatescope.shared.flow.FlowName;

import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs a scenario through several flows and says what differs. */
@Command(
        name = "experiment",
        description = {
            "Runs the same clients through several flows, each on a gateway of its own, and says"
                    + " with statistics what differs.",
            "Exit code 0: the last flow meets its targets and, where it differs from the first, the"
                    + " difference is significant. 1: not so. 2: something keeps it from running."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ProductVersion.class)
@SuppressWarnings("NullAway.Init") // picocli sets each field before anybody reads it
final class ExperimentCommand implements Callable<Integer> {
    private static final int PASSED = 0;
    private static final int NOT_PASSED = 1;
    private static final int KILLED = 130;

    @ParentCommand private GatewayMain parent;

    @Spec private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "staging-incident",
            description =
                    "Which clients come, in which conditions: a JSON file, or one of"
                            + " staging-incident, rapid-reconnect, startup-storm,"
                            + " tolerated-phase-failure, handler-accumulation, session-pattern,"
                            + " calm, report-tests (default: ${DEFAULT-VALUE}).")
    private String scenarioName;

    @Option(
            names = "--flows",
            paramLabel = "FLOWS",
            defaultValue = "legacy,fixed",
            description =
                    "Flows with commas between; the first is what others are compared with, the"
                        + " last is judged. Or ladder: legacy, each fix alone, the fixes one after"
                        + " another, fixed (default: ${DEFAULT-VALUE}).")
    private String flows;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many come to each flow, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "A number; decides the order within groups and the texts, so that the same one"
                            + " gives the same outcomes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "experiment-report",
            description =
                    "The folder for report.html and report.json; made where it is not there"
                            + " (default: ${DEFAULT-VALUE}).")
    private String out;

    @Override
    public Integer call() throws Exception {
        var plan = plan();
        var folder = folder();
        quiet();
        var terminal = spec.commandLine().getOut();
        var result = runUntilStopped(plan, terminal);
        terminal.println();
        terminal.println(TextReport.of(result));
        write(folder, result, terminal);
        terminal.flush();
        return result.verdict().word() == Verdict.Word.PASS ? PASSED : NOT_PASSED;
    }

    private ExperimentPlan plan() throws InvalidOption {
        var scenario = scenario();
        if (clients < 1 || clients > scenario.mostClients()) {
            throw new InvalidOption(
                    "--clients takes a number from 1 to "
                            + scenario.mostClients()
                            + " with scenario "
                            + scenario.name()
                            + ".");
        }
        var plan = ExperimentPlan.of(scenario, flows, clients, seed);
        for (var subject : plan.flows()) {
            if (FlowName.parse(subject.flow()).isEmpty()) {
                throw new InvalidOption(
                        "--flows takes ladder, or flows with commas between, each "
                                + FlowName.choices()
                                + ".");
            }
        }
        return plan;
    }

    private Scenario scenario() throws InvalidOption {
        try {
            return Scenarios.open(scenarioName);
        } catch (InvalidScenario e) {
            throw new InvalidOption(String.valueOf(e.getMessage()));
        }
    }

    private ReportFolder folder() throws InvalidOption {
        try {
            return ReportFolder.open(Path.of(out));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidOption(
                    "--out takes the name of a folder that can be written to: " + reason(e));
        }
    }

    /** What broken flows log would drown the table; the report counts it. */
    private static void quiet() {
        ((Logger) LoggerFactory.getLogger("gatescope")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    /** Told to stop, the process gives everything back before it ends. */
    private ExperimentResult runUntilStopped(ExperimentPlan plan, PrintWriter terminal)
            throws Exception {
        var runner = Thread.currentThread();
        var over = new CountDownLatch(1);
        parent.onStop(
                () -> {
                    runner.interrupt();
                    over.await();
                    terminal.println("Stopped; nothing was written.");
                    terminal.flush();
                },
                KILLED);
        try {
            return Experiment.run(plan, new Progress(terminal)::print);
        } catch (InterruptedException e) {
            // Whoever interrupted it has the last word.
            over.countDown();
            new CountDownLatch(1).await();
            throw e;
        } finally {
            over.countDown();
        }
    }

    private void write(ReportFolder folder, ExperimentResult result, PrintWriter terminal)
            throws InvalidOption {
        var context = Context.of(ProductVersion.text(), command());
        try {
            var json = folder.write("report.json", JsonReport.of(result, context));
            var page = folder.write("report.html", HtmlReport.of(result, context));
            terminal.println();
            terminal.println("report: " + page + ", " + json);
        } catch (IOException e) {
            throw new InvalidOption("The report could not be written to " + out + ": " + reason(e));
        }
    }

    private String command() {
        return "java -jar gatescope-gateway.jar experiment --scenario %s --flows %s --clients %d --seed %d --out %s"
                .formatted(scenarioName, flows, clients, seed, out);
    }

    private static String reason(Exception e) {
        return switch (e) {
            case InvalidPathException _ -> "that is no name for a folder.";
            case FileAlreadyExistsException _ -> "there is a file of that name.";
            case AccessDeniedException _ -> "this user may not write there.";
            case NoSuchFileException _ -> "it cannot be made there.";
            case FileSystemException refused when refused.getReason() != null ->
                    refused.getReason() + ".";
            default -> e.getMessage() + ".";
        };
    }

    /** A few lines for each flow. For one thread. */
    private static final class Progress {
        private static final int LINES = 5;

        private final PrintWriter terminal;

        Progress(PrintWriter terminal) {
            this.terminal = terminal;
        }

        void print(Reading reading) {
            var step = Math.max(1, reading.clients() / LINES);
            if (reading.done() % step == 0 || reading.done() == reading.clients()) {
                terminal.println(TextReport.progress(reading));
                terminal.flush();
            }
        }
    }
}
