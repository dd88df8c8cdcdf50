package dev.gatescope.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to a process that runs a gateway. */
public final class GatewayProgram {
    private static final Logger log = LoggerFactory.getLogger(GatewayProgram.class);

    private GatewayProgram() {}

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
