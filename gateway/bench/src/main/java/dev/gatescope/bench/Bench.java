package dev.gatescope.bench;

import dev.gatescope.bench.proc.Cores;
import dev.gatescope.bench.proc.Jdk;
import dev.gatescope.bench.proc.ServerProcess;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The program: starts the servers, measures them in turn, prints tables and writes the report. */
@Command(
        name = "gatescope-bench",
        description =
                "Measures what the gateway costs, beside a bare echo on the same Jetty: CPU time of"
                        + " the server per operation, and memory per idle connection.",
        sortOptions = false)
public final class Bench implements Callable<Integer> {
    private static final int ERRORS = 1;

    @Parameters(
            arity = "0..1",
            defaultValue = "messages",
            description = "What: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Mode mode = Mode.MESSAGES;

    @Option(
            names = "--starts",
            defaultValue = "2",
            description = "How often the servers are started anew (default ${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Samples of each variant per start (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Length of a sample (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds of load before the first sample (default ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--tries",
            defaultValue = "3",
            description =
                    "How often a sample is tried when other programs take more than 15 %% of a core"
                            + " (default ${DEFAULT-VALUE}).")
    private int tries;

    @Option(
            names = "--bare",
            defaultValue = "platform",
            split = ",",
            paramLabel = "platform|virtual",
            description =
                    "Threads of the bare servers, one or both; the first is compared with (default"
                            + " ${DEFAULT-VALUE}).")
    private List<String> bare = List.of();

    @Option(
            names = "--connections",
            defaultValue = "10000",
            description = "How many idle connections (default ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--gateway",
            paramLabel = "FILE",
            description = "The gateway's jar (default: the one of this build).")
    private @Nullable Path gateway;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the report goes (default: report.json beside this program).")
    private @Nullable Path report;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Print this.")
    private boolean help;

    @Spec private CommandSpec spec = CommandSpec.create();

    private Bench() {}

    public static void main(String[] args) {
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(Bench::failed)
                        .execute(args));
    }

    /** One line for what the surroundings did; the stack trace of what would be our own mistake. */
    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (e instanceof IOException) {
            System.err.println(e.getMessage());
            return ERRORS;
        }
        throw e;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        var jar = jar();
        var gatewayJar =
                gateway != null
                        ? gateway
                        : jar.resolveSibling("../../target/gatescope-gateway.jar").normalize();
        check(gatewayJar);
        ServerProcess.endAllOnExit();
        var cores = Cores.divide();
        var settings = new Settings(starts, rounds, seconds, warmUp, tries);
        System.out.println(cores + "; " + settings + "\n");

        var database = "jdbc:h2:file:" + jar.resolveSibling("database/gateway");
        var plan = new Plan(bare, gatewayJar, database);
        var logs = jar.resolveSibling("logs");
        var results = compare(plan.experiments(mode), settings, cores, logs);
        results.forEach(each -> System.out.println(Tables.of(each)));
        var idle = idle(plan, settings, cores, logs);

        var whole = Report.of(cores.toString(), settings, results, idle);
        var file = report != null ? report : jar.resolveSibling("report.json");
        whole.write(file);
        System.out.println("All samples: " + file);
        return whole.isFlawless() ? 0 : ERRORS;
    }

    private static List<Results> compare(
            List<Experiment> experiments, Settings settings, Cores cores, Path logs)
            throws IOException, InterruptedException {
        var results = experiments.stream().map(Results::of).toList();
        for (int start = 0; start < settings.starts(); start++) {
            try (var fleet = new Fleet(cores, logs)) {
                var rounds = new Rounds(settings, fleet, System.err::println);
                for (var each : results) {
                    rounds.run(each);
                }
            }
        }
        return results;
    }

    private List<IdleMemory.Reading> idle(Plan plan, Settings settings, Cores cores, Path logs)
            throws IOException, InterruptedException {
        if (!mode.readsMemory()) {
            return List.of();
        }
        var memory = new IdleMemory(settings, cores, logs, connections, System.err::println);
        var readings = memory.read(plan.idle());
        System.out.println(Tables.ofIdle(readings));
        return readings;
    }

    private void check(Path gatewayJar) {
        atLeastOne("--starts", starts);
        atLeastOne("--rounds", rounds);
        atLeastOne("--seconds", seconds);
        atLeastOne("--warm-up", warmUp);
        atLeastOne("--tries", tries);
        atLeastOne("--connections", connections);
        if (bare.isEmpty() || !List.of("platform", "virtual").containsAll(bare)) {
            throw wrong("--bare takes platform, virtual or both, not " + String.join(",", bare));
        }
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            throw wrong("CPU time is read from /proc, which only Linux has");
        }
        if (mode.readsMemory() && !Jdk.hasJcmd()) {
            throw wrong("Memory is read with jcmd, which this Java lacks; use a whole JDK");
        }
        if (mode.needsGateway() && !Files.isReadable(gatewayJar)) {
            throw wrong("There is no " + gatewayJar + "; build it with ./mvnw package -DskipTests");
        }
    }

    private void atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong(option + " must be at least 1, not " + value);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** This program's own jar, beside which it finds and leaves everything. */
    private static Path jar() throws URISyntaxException {
        return Path.of(Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toAbsolutePath();
    }
}
