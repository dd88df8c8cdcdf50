package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.InvalidOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class ConsoleOptionsTest {
    private static final String URL = "http://127.0.0.1:8026";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ftp://127.0.0.1",
                "http://",
                "http://user:secret@127.0.0.1:8026",
                "http://127.0.0.1:8026?token=secret",
                "http://127.0.0.1:99999",
                "http://bad host"
            })
    void whatIsNoAdminUrlIsRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> options("--attach", typed).gateway())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("--attach takes the admin URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void attachesToAnAdminUrl() throws Exception {
        assertThat(options("--attach", URL).gateway()).isEqualTo(URI.create(URL));
        assertThat(program("--attach", URL).target())
                .isEqualTo(new Target.Attached(URI.create(URL), null));
    }

    @Test
    void withoutAttachTheGatewayIsEmbedded() throws Exception {
        assertThat(program("--port", "0", "--db", "mem").target())
                .isInstanceOf(Target.Embedded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--demo", "--port=1", "--db=mem", "--flow=fixed", "--env=staging"})
    void gatewayOptionsDoNotGoWithAttach(String option) {
        assertThatThrownBy(() -> program("--attach", URL, option).target())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining(option.replaceAll("=.*", ""))
                .hasMessageContaining("cannot go with --attach");
    }

    @Test
    void aTokenIsTheOnlyThingInItsFile(@TempDir Path folder) throws Exception {
        assertThat(options("--attach", URL, "--token", file(folder, " abc.def \n")).bearer())
                .isEqualTo("abc.def");
        for (var content : new String[] {"", "  \n", "two tokens", "tökén"}) {
            var options = options("--attach", URL, "--token", file(folder, content));
            assertThatThrownBy(options::bearer)
                    .isInstanceOf(InvalidOption.class)
                    .hasMessageContaining("one token and nothing else");
        }
    }

    @Test
    void aTokenWithoutAttachIsAMistake(@TempDir Path folder) {
        assertThatThrownBy(() -> options("--token", file(folder, "abc")).bearer())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("goes with --attach");
    }

    @Test
    void aTokenFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> options("--attach", URL, "--token", "/no/such/file").bearer())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("--token");
    }

    @Test
    void picturesGoIntoAFolderThatIsMade(@TempDir Path folder) throws Exception {
        var wanted = folder.resolve("new").resolve("pictures");

        assertThat(options("--snapshot", wanted.toString()).pictures()).isEqualTo(wanted);
        assertThat(wanted).isDirectory();
        assertThat(options("--snapshot", wanted.toString()).traffic())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aFileIsNoFolder(@TempDir Path folder) throws Exception {
        var options = options("--snapshot", file(folder, ""));

        assertThatThrownBy(options::pictures)
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("--snapshot takes a folder");
    }

    @Test
    void howLongTrafficRunsGoesWithPicturesOnly(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> options("--after", "PT1S").pictures())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("--after goes with --snapshot");
        assertThat(options("--snapshot", folder.toString(), "--after", "PT3S").traffic())
                .isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(
                        () -> options("--snapshot", folder.toString(), "--after", "soon").traffic())
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("--after");
    }

    private static ConsoleOptions options(String... arguments) {
        return CommandLine.populateCommand(new ConsoleOptions(), arguments);
    }

    private static ConsoleMain program(String... arguments) {
        var line = ConsoleMain.commandLine();
        line.parseArgs(arguments);
        return line.getCommand();
    }

    private static String file(Path folder, String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content).toString();
    }
}
