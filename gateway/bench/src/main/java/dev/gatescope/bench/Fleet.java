package dev.gatescope.bench;

import dev.gatescope.bench.proc.Cores;
import dev.gatescope.bench.proc.ServerProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The servers that are up, each in its own JVM and all on one core. Used by one thread. */
final class Fleet implements AutoCloseable {
    private final Cores cores;
    private final Path logs;
    private final Map<Contestant, ServerProcess> running = new LinkedHashMap<>();

    /** An empty fleet, whose servers write their logs into this folder. */
    Fleet(Cores cores, Path logs) {
        this.cores = cores;
        this.logs = logs;
    }

    /** The server, started now if it is not up. */
    ServerProcess get(Contestant server) throws IOException, InterruptedException {
        var process = running.get(server);
        if (process == null) {
            Files.createDirectories(logs);
            var log = logs.resolve(server.name().replaceAll("[^a-z0-9]+", "-") + ".log");
            process = ServerProcess.start(cores, server.program(), log);
            running.put(server, process);
        }
        return process;
    }

    @Override
    public void close() {
        running.values().forEach(ServerProcess::close);
        running.clear();
    }
}
