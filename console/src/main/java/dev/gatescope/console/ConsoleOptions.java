package dev.gatescope.console;

import dev.gatescope.gateway.Durations;
import dev.gatescope.gateway.InvalidOption;
import dev.gatescope.gateway.OptionFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** The options that only the console has. picocli fills the fields; the methods check them. */
final class ConsoleOptions {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--attach",
            paramLabel = "URL",
            description =
                    "Watches a running gateway instead of an embedded one: its admin URL, such as"
                            + " http://127.0.0.1:8026.")
    private @Nullable String attach;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description = "A file with the token to present to the gateway that is attached to.")
    private @Nullable String token;

    @Option(
            names = "--snapshot",
            paramLabel = "DIR",
            description =
                    "Draws every view into this folder after a while of traffic, without a display,"
                            + " and ends.")
    private @Nullable String snapshot;

    @Option(
            names = "--after",
            paramLabel = "DURATION",
            description = "How long the traffic before the pictures runs (default: PT10S).")
    private @Nullable String after;

    boolean attaches() {
        return attach != null;
    }

    /**
     * The admin URL of the gateway to attach to.
     *
     * @throws InvalidOption where it is none
     */
    URI gateway() throws InvalidOption {
        try {
            var uri = URI.create(String.valueOf(attach));
            if (uri.getHost() != null
                    && uri.getPort() <= HIGHEST_PORT
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new InvalidOption(
                "--attach takes the admin URL of a gateway, such as http://127.0.0.1:8026.");
    }

    /**
     * The token to present, or null.
     *
     * @throws InvalidOption where the file cannot be read or holds something else than a token
     */
    @Nullable String bearer() throws InvalidOption {
        if (token == null) {
            return null;
        }
        if (!attaches()) {
            throw new InvalidOption(
                    "--token goes with --attach: the embedded gateway needs none from you.");
        }
        var text = new String(OptionFile.bytes("--token", token), StandardCharsets.UTF_8).strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidOption("--token takes a file that holds one token and nothing else.");
        }
        return text;
    }

    /**
     * Where the pictures go, or null where none are wanted; the folder is there then.
     *
     * @throws InvalidOption where it cannot be made
     */
    @Nullable Path pictures() throws InvalidOption {
        if (snapshot == null) {
            if (after != null) {
                throw new InvalidOption("--after goes with --snapshot DIR.");
            }
            return null;
        }
        try {
            var folder = Files.createDirectories(Path.of(snapshot));
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            // Said below.
        }
        throw new InvalidOption("--snapshot takes a folder that files can be written into.");
    }

    /**
     * How long the traffic before the pictures runs.
     *
     * @throws InvalidOption where it is no duration
     */
    Duration traffic() throws InvalidOption {
        return after == null
                ? Duration.ofSeconds(10)
                : Durations.parse("--after", after, Duration.ZERO);
    }
}
