package dev.gatescope.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to a process that runs a gateway. */
public final class GatewayProgram {
    private static final Logger log = LoggerFactory.getLogger(GatewayProgram.class);

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
     * code 0, which a JVM does not do by itself.
     */
    public static void stopWithProcess(AutoCloseable running) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    try {
                                        running.close();
                                    } catch (Exception e) {
                                        log.warn("Not everything could be closed", e);
                                    }
                                    Runtime.getRuntime().halt(0);
                                }));
    }
}
