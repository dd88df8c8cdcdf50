package dev.gatescope.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to a process that runs a gateway. */
public final class GatewayProgram {
    private static final Logger log = LoggerFactory.getLogger(GatewayProgram.class);
    private static final long MOST_MILLIS_TO_STOP = 4_500;

    private GatewayProgram() {}

    /** The system property that makes a program end with the one that started it. */
    public static final String ENDS_WITH_PARENT = "gatescope.ends-with-parent";

    /**
     * Ends the process when its parent ends, where the property {@value #ENDS_WITH_PARENT} says so:
     * a build tool that is killed takes nothing with it by itself.
     */
    public static void stopWithParent() {
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> {
                        var _ = parent.onExit().thenRun(() -> System.exit(0));
                    });
        }
    }

    /**
     * Closes something when the process is told to stop (SIGTERM, Ctrl-C), and ends it with exit
     * code 0, which a JVM does not do by itself. What does not close in time does not keep it.
     *
     * @return takes this back, for a program that ends by itself
     */
    public static Runnable stopWithProcess(AutoCloseable running) {
        var hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(running));
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process has been told to stop, and stops with 0.
            }
        };
    }

    private static void stop(AutoCloseable running) {
        var closing = Thread.ofPlatform().daemon().name("close").start(() -> close(running));
        try {
            closing.join(MOST_MILLIS_TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            log.warn("Not everything could be closed", e);
        }
    }
}
