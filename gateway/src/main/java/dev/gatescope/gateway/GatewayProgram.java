package dev.gatescope.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.locks.LockSupport;

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
     * The end of a process that was told to stop (SIGTERM, Ctrl-C): closes what runs and ends with
     * exit code 0, which a JVM does not do by itself, and in time, whatever hangs.
     */
    static final class Stop {
        private static final long MOST_MILLIS = 4_500;

        private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
        private volatile AutoCloseable running = () -> {};
        private volatile int exitCode;

        private Stop() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        /** From now on this is what runs. */
        void closes(AutoCloseable what) {
            running = what;
        }

        /** The same for what has not done its work when it is told to stop. */
        void closes(AutoCloseable what, int exitCodeThen) {
            exitCode = exitCodeThen;
            running = what;
        }

        /** The program ends by itself. Returns only where nobody has told it to stop meanwhile. */
        void cancel() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                while (true) {
                    LockSupport.park(this);
                }
            }
        }

        private void stop() {
            try {
                Thread.ofPlatform().daemon().name("close").start(this::close).join(MOST_MILLIS);
            } catch (InterruptedException e) {
                log.warn("Not everything could be closed", e);
            }
            Runtime.getRuntime().halt(exitCode);
        }

        private void close() {
            try {
                running.close();
            } catch (Exception e) {
                log.warn("Not everything could be closed", e);
            }
        }
    }

    /** From now on the process ends in order when it is told to stop. */
    static Stop stopInOrder() {
        return new Stop();
    }
}
