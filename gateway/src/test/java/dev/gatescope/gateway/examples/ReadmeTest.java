package dev.gatescope.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayOptions;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The README says what is so: its code is the code that is run, and it leaves nothing out. */
class ReadmeTest {
    private static final Pattern OWN_METRIC = Pattern.compile("# TYPE ((?:ws|db)_\\w+) \\w+");
    private static final String LONGEST_OF_LATE = "_max";

    private final String readme = read("README.md");

    @ParameterizedTest
    @CsvSource({
        "js, examples/node.mjs",
        "python, examples/python_client.py",
        "html, examples/browser.html",
        "sh, examples/curl.sh",
        "java, src/test/java/dev/gatescope/gateway/examples/QuoteGateway.java"
    })
    void quotesTheFilesAsTheyAre(String language, String file) {
        assertThat(readme).contains("```" + language + "\n" + read(file) + "```\n");
    }

    @Test
    void namesEveryErrorCode() {
        assertThat(ErrorCode.values()).allMatch(code -> readme.contains("`" + code + "`"));
    }

    @Test
    void namesEveryOption() {
        var options = CommandLine.Model.CommandSpec.forAnnotatedObject(new GatewayOptions());

        assertThat(options.options())
                .flatExtracting(option -> Arrays.asList(option.names()))
                .isNotEmpty()
                .allMatch(name -> readme.contains("`" + name + "`"));
    }

    @Test
    void namesEveryMetricOfTheGatewaysOwn() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var metrics =
                    running.http()
                            .send(
                                    HttpRequest.newBuilder(
                                                    running.gateway()
                                                            .adminUri()
                                                            .resolve("/metrics"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();

            assertThat(OWN_METRIC.matcher(metrics).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .filteredOn(name -> !name.endsWith(LONGEST_OF_LATE))
                    .allMatch(name -> readme.contains("`" + name + "`"));
        }
    }

    @Test
    void mentionsEveryPathOfTheAdminApi() {
        var openApi = read("src/main/resources/dev/gatescope/gateway/admin/openapi.json");
        var paths = new JsonMapper().readTree(openApi).path("paths").propertyNames();

        assertThat(paths)
                .isNotEmpty()
                .filteredOn(path -> !path.contains("{"))
                .allMatch(path -> readme.contains(path.replace("/api/v1/openapi", "/openapi")));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
