package dev.gatescope.bench;

import dev.gatescope.bench.load.Held;
import dev.gatescope.bench.proc.Cores;
import dev.gatescope.bench.proc.Jdk;
import dev.gatescope.bench.proc.Proc;
import dev.gatescope.bench.proc.ServerProcess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a server holds for a connection that does nothing: memory with all of them open less memory
 * with none, each read after a garbage collection. The server is warmed up before the first
 * reading, or the young generation's pages, touched for the first time while connections open,
 * would be taken for theirs.
 */
final class IdleMemory {
    /** Of several readings the lowest counts: what a collection leaves varies. */
    private static final int READINGS = 3;

    private static final int SOURCES = 20;

    /**
     * Memory of one server.
     *
     * @param name the server
     * @param connections how many were open
     * @param residentBytes resident memory per connection (VmRSS)
     * @param heapBytes live heap per connection, a part of it
     * @param residentTotalBytes resident memory of the process with all of them open
     * @param errors connections that did not open, answer or close as they should
     * @param firstError the first of them in words
     */
    record Reading(
            String name,
            int connections,
            double residentBytes,
            double heapBytes,
            long residentTotalBytes,
            long errors,
            @Nullable String firstError) {}

    private record Memory(long resident, long heap) {}

    private final Settings settings;
    private final Cores cores;
    private final Path logs;
    private final int connections;
    private final Consumer<String> progress;

    IdleMemory(
            Settings settings, Cores cores, Path logs, int connections, Consumer<String> progress) {
        this.settings = settings;
        this.cores = cores;
        this.logs = logs;
        this.connections = connections;
        this.progress = progress;
    }

    /** Reads each server in turn, as often as servers are to be started anew. */
    List<Reading> read(List<Contestant> servers) throws IOException, InterruptedException {
        var readings = new ArrayList<Reading>();
        for (int start = 0; start < settings.starts(); start++) {
            for (var server : servers) {
                progress.accept("idle: " + connections + " connections to " + server.name());
                readings.add(read(server));
            }
        }
        return readings;
    }

    private Reading read(Contestant server) throws IOException, InterruptedException {
        try (var fleet = new Fleet(cores, logs)) {
            var process = fleet.get(server);
            for (var load : List.of(Load.CONNECT, Load.PING_64X1)) {
                Rounds.load(load, server, process, settings.warmUpSeconds());
            }
            var before = memory(process.pid());
            var held = held(server, process);
            var after = held.reading();
            return new Reading(
                    server.name(),
                    connections,
                    (double) (after.resident() - before.resident()) / connections,
                    (double) (after.heap() - before.heap()) / connections,
                    after.resident(),
                    held.errors(),
                    held.firstError());
        }
    }

    private Held<Memory> held(Contestant server, ServerProcess process)
            throws IOException, InterruptedException {
        try (var generator = Rounds.generator(Load.PING_64X1, server, process)) {
            return generator.held(connections, SOURCES, () -> memory(process.pid()));
        }
    }

    private static Memory memory(long pid) throws IOException, InterruptedException {
        long resident = Long.MAX_VALUE;
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            Jdk.collectGarbage(pid);
            resident = Math.min(resident, Proc.residentBytes(pid));
            heap = Math.min(heap, Jdk.heapUsed(pid));
        }
        return new Memory(resident, heap);
    }
}
