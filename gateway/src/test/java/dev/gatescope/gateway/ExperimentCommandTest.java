package dev.gatescope.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The experiment as people start it. */
class ExperimentCommandTest {
    private static final long MOST_SECONDS = 60;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "--scenario nowhere | nowhere: is neither a file with a scenario nor one of",
                "--flows legacy,broken | --flows takes ladder, or flows with commas between",
                "--flows= | --flows takes ladder",
                "--flows legacy+luck | each fixed, legacy, or legacy with fixes",
                "--clients 0 | --clients takes a number from 1 to 10000 with scenario",
                "--clients 1001 --scenario startup-storm | --clients takes a number from 1 to 1000",
                "--clients many | --clients takes N",
                "--seed luck | --seed takes S",
                "--out /proc/nowhere/x | --out takes the name of a folder that can be written to",
            })
    void whatIsWrongIsOneLineAndCode2(String arguments, String sentence) {
        var said = new StringWriter();
        var line = CommandLines.of(GatewayMain.command());
        line.getSubcommands().values().forEach(each -> each.setErr(new PrintWriter(said)));
        line.setErr(new PrintWriter(said));

        assertThat(line.execute(("experiment " + arguments).split(" ", -1))).isEqualTo(2);
        assertThat(said.toString()).contains(sentence).doesNotContain("Exception:");
        assertThat(said.toString().strip().lines()).hasSize(1);
    }

    @Test
    void aRunEndsWithTheVerdictsCodeAndWritesBothReports() throws Exception {
        var program = start("--scenario", "calm", "--clients", "10", "--seed", "4");

        assertThat(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
        assertThat(Files.readString(folder.resolve("out")))
                .contains("verdict: pass", "report.html")
                .contains("100 %  fixed  10 of 10 clients");
        assertThat(Files.readString(folder.resolve("report/report.html")))
                .contains("--scenario calm --flows legacy,fixed --clients 10 --seed 4");
        assertThat(folder.resolve("report/report.json")).isNotEmptyFile();
    }

    @Test
    void aFlowThatMissesItsTargetsIsCode1() throws Exception {
        var program = start("--scenario", "startup-storm", "--clients", "5", "--flows", "legacy");

        assertThat(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoppedWritesNothingAndIsNoSuccess() throws Exception {
        var program = start("--clients", "400");
        var out = folder.resolve("out").toFile();
        Eventually.until(() -> "it is under way", () -> out.length() > 0);
        program.toHandle().destroy();

        assertThat(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
        try (var files = Files.list(folder.resolve("report"))) {
            assertThat(files).isEmpty();
        }
    }

    private Process start(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayMain.class.getName(),
                        "experiment",
                        "--out",
                        folder.resolve("report").toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(Files.createFile(folder.resolve("out")).toFile())
                        .redirectError(folder.resolve("errors").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GATESCOPE_"));
        return builder.start();
    }
}
