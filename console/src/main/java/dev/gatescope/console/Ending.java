package dev.gatescope.console;

import dev.gatescope.gateway.CommandLines;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of the program, however it comes: the window is closed, the process is told to stop
 * (SIGTERM, Ctrl-C), or something failed. Everything is given back, and the exit code is the one
 * that was meant: a JVM that is told to stop has 143 by itself. Safe from any thread.
 */
final class Ending {
    private final AtomicInteger code = new AtomicInteger();

    /** An ending that closes this. */
    Ending(AutoCloseable running) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("ending").unstarted(() -> finish(running)));
    }

    /** Ends the program with this exit code; does not return. */
    void end(int exitCode) {
        code.set(exitCode);
        System.exit(exitCode);
    }

    /** Ends the program because it could not start; says why. */
    int failed(@Nullable String sentence) {
        System.err.println(sentence);
        end(CommandLines.USAGE);
        return CommandLines.USAGE;
    }

    private void finish(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            System.err.println("Not everything could be closed: " + e.getMessage());
        }
        Runtime.getRuntime().halt(code.get());
    }
}
