package dev.gatescope.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.auth.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever keeps the program from starting is one line and exit code 2, and echoes no secret. */
class CommandLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "--port many | --port takes PORT",
                "--port 70000 | --port takes a number from 0 to 65535",
                "--port | --port needs a value: PORT. A number from 0 to 65535",
                "token | --user needs a value: USER. Who the token is for.",
                "--env moon | --env takes development, staging or production",
                "--flow sideways | --flow must be fixed, legacy, or legacy with fixes",
                "--observe maybe | --observe takes on or off",
                "--heartbeat 30 | --heartbeat takes an ISO-8601 duration",
                "--db mysql | --db takes a JDBC URL",
                "--jwks nowhere | --jwks takes a URL",
                "--env staging | give --jwt-secret FILE or --jwks URL",
                "--host 192.0.2.1 --port 0 --admin-port 0 --db mem | choose another with --host",
                "--admin-host 0.0.0.0 | give --admin-token FILE",
                "--jwt-secret /no/such/s3cr3t | --jwt-secret takes the name of a file",
                "--jwt-secert=s3cr3t | There is no option --jwt-secert",
                "s3cr3t | belongs to no option",
                "--db jdbc:postgresql://h/x | --db takes a JDBC URL of H2",
                "--allow-origin app.example.com | --allow-origin takes the origin of a page",
                "--allow-origin https://app.example.com/page | scheme, host and port, no path",
                "--allow-origin * | --allow-origin takes",
                "--host nowhere.invalid | --host names no host",
                "--host= | --host names no host",
                "--admin-host= | --admin-host names no host",
                "--demo=perhaps | --demo takes true|false",
                "--port 0 --admin-port 0 --db jdbc:h2:nowhere;PASSWORD=s3cr3t | cannot be opened",
                "--port 0 --admin-port 0 --db jdbc:h2:mem:;PASSWORD=x;CIPHER=s3cr3t | be opened",
                "--port 0 --admin-port 0 --db jdbc:h2:mem:x;s3cr3t | cannot be opened",
                "--db jdbc:h2:file:/proc/nowhere/x --port 0 --admin-port 0 | The database cannot be"
                        + " opened",
            })
    void saysWhatIsWrongInOneLine(String arguments, String sentence) {
        var said = run(arguments.split(" ", -1));

        assertThat(said).contains(sentence).doesNotContain("s3cr3t").doesNotContain("Exception");
        assertThat(said.strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "token --version"})
    void everyCommandSaysItsVersion(String arguments) {
        var out = new StringWriter();
        var line = CommandLines.of(GatewayMain.command());
        line.setOut(new PrintWriter(out));

        assertThat(line.execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Gatescope ");
    }

    @Test
    void whatTheEnvironmentGaveIsNotEchoed() {
        var line = CommandLines.of(GatewayMain.command());
        line.setDefaultValueProvider(
                option -> ((OptionSpec) option).longestName().equals("--port") ? "s3cr3t" : null);

        assertThat(run(line))
                .isEqualToIgnoringNewLines(
                        "--port takes PORT. A number from 0 to 65535; 0 takes a free port.");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = String.valueOf(taken.getLocalPort());

            assertThat(run("--port", port, "--admin-port", "0", "--db", "mem"))
                    .contains(port)
                    .contains("choose another with --port");
        }
    }

    @Test
    void aSecretThatIsTooShortIsRefusedWithoutShowingIt(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "sh0rt\n");

        assertThat(run("--jwt-secret", file.toString()))
                .contains("at least " + Secret.LEAST_BYTES + " bytes")
                .doesNotContain("sh0rt");
    }

    @Test
    void aBadLineOfTheTokenFileIsNamedByItsNumber(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(folder.resolve("tokens"), "ann operator t0ken\nvic boss t0ken\n");

        assertThat(run("--admin-token", file.toString()))
                .contains("line 2")
                .doesNotContain("t0ken");
    }

    @Test
    void aTokenThatTwoHaveIsRefused(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("tokens"), "ann operator t0ken\nvic viewer t0ken\n");

        assertThat(run("--admin-token", file.toString()))
                .contains("line 2 repeats the token")
                .doesNotContain("t0ken");
    }

    @Test
    void aTokenFileMayBeWrittenByAnyEditor(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("tokens"),
                        String.join(
                                "\r\n",
                                "\uFEFFann operator one",
                                "",
                                "  # who looks on",
                                "\tvic\tviewer  two "));

        assertThat(AdminTokenFile.read("--admin-token", file.toString()))
                .extracting(key -> key.person().label() + " " + key.token())
                .containsExactly("ann one", "vic two");
    }

    private static String run(String... arguments) {
        return run(CommandLines.of(GatewayMain.command()), arguments);
    }

    private static String run(CommandLine line, String... arguments) {
        var err = new StringWriter();
        line.setErr(new PrintWriter(err));

        assertThat(line.execute(arguments)).isEqualTo(CommandLines.USAGE);
        return err.toString();
    }
}
