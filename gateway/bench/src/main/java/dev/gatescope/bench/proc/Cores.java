package dev.gatescope.bench.proc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who runs where: servers on one core, the load generator and the console reader on another, so
 * that neither takes time from the other.
 */
public final class Cores {
    private final boolean apart;
    private final int server;
    private final int bench;

    private Cores(boolean apart, int server, int bench) {
        this.apart = apart;
        this.server = server;
        this.bench = bench;
    }

    /** Moves this process to its core, where the machine has two and {@code taskset} is there. */
    public static Cores divide() throws IOException, InterruptedException {
        var allowed = Proc.allowedCores();
        if (allowed.size() < 2 || !isOnPath("taskset")) {
            return new Cores(false, 0, 0);
        }
        var cores = new Cores(true, allowed.get(0), allowed.get(1));
        var moved =
                new ProcessBuilder(
                                "taskset",
                                "-a",
                                "-c",
                                "-p",
                                Integer.toString(cores.bench),
                                Long.toString(ProcessHandle.current().pid()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return moved.waitFor() == 0 ? cores : new Cores(false, 0, 0);
    }

    /** The command that runs a server on its core, and ends it should this process be killed. */
    List<String> onServerCore(List<String> command) {
        var whole = new ArrayList<String>();
        if (isOnPath("setpriv")) {
            whole.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        if (apart) {
            whole.addAll(List.of("taskset", "-c", Integer.toString(server)));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean isOnPath(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public String toString() {
        return apart
                ? "server on core " + server + ", load generator on core " + bench
                : "NOT PINNED (two cores and taskset are needed): do not compare these figures";
    }
}
