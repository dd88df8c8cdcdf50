package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.admin.FaultKindInfo;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The README's table of faults is the catalogue. */
class FaultReadmeTest {
    @Test
    void theTableIsTheCatalogue() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(table());
    }

    private static String table() {
        return Catalogue.usual().infos().stream()
                .map(FaultReadmeTest::row)
                .collect(
                        Collectors.joining(
                                "\n", "| kind | takes | what happens |\n|---|---|---|\n", "\n"));
    }

    private static String row(FaultKindInfo kind) {
        var takes =
                kind.parameters().stream()
                        .map(FaultReadmeTest::words)
                        .collect(Collectors.joining("; "));
        return "| `%s` | %s | %s |".formatted(kind.kind(), takes, kind.description());
    }

    private static String words(FaultKindInfo.Parameter parameter) {
        var values = parameter.values();
        return values != null
                ? "`%s` %s".formatted(parameter.name(), String.join(" or ", values))
                : String.format(
                        Locale.ROOT,
                        "`%s` %,d (%,d to %,d)",
                        parameter.name(),
                        parameter.defaultValue(),
                        parameter.min(),
                        parameter.max());
    }
}
