package dev.gatescope.gateway.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that has run to its end. */
record Run(int exitCode, String output) {
    private static final long DEADLINE_SECONDS = 50;

    /** Runs a program in a folder, with the token for its gateway; one that hangs is ended. */
    static Run of(Path folder, String token, String... command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("gatescope-example", ".txt");
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().put("GATEWAY_TOKEN", token);
            var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Whether this machine has a program that succeeds with these arguments. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return of(Path.of("."), "", command).exitCode == 0;
        } catch (IOException e) {
            return false; // not there
        }
    }
}
