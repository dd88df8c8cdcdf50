package dev.gatescope.bench.proc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the kernel tells of processes. */
public final class Proc {
    /**
     * The kernel gives times in hundredths of a second to programs, on every architecture of now.
     */
    private static final long TICK_NANOS = 10_000_000;

    private Proc() {}

    /** CPU time of a server, of this process and of the machine, now. */
    public static CpuReading cpu(long serverPid) {
        return new CpuReading(
                System.nanoTime(),
                processNanos(read("/proc/" + serverPid + "/stat")),
                processNanos(read("/proc/self/stat")),
                machineNanos(read("/proc/stat")));
    }

    /** User and system time in a {@code /proc/PID/stat}. */
    static long processNanos(String stat) {
        // The second field is the name, in parentheses, and may hold spaces; the third follows.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        int userTime = 14 - 3;
        return (Long.parseLong(fields[userTime]) + Long.parseLong(fields[userTime + 1]))
                * TICK_NANOS;
    }

    /** The time that any core was busy in a {@code /proc/stat}: user, nice, system, interrupts. */
    static long machineNanos(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().split(" +", -1);
        long ticks = 0;
        for (int field : new int[] {1, 2, 3, 6, 7}) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * TICK_NANOS;
    }

    /** Memory of a process that is in RAM now, in bytes. */
    public static long residentBytes(long pid) {
        return Long.parseLong(statusField(pid, "VmRSS:").replace(" kB", "")) * 1024;
    }

    /** The cores that this process may use, in order. */
    public static List<Integer> allowedCores() {
        return cores(statusField(ProcessHandle.current().pid(), "Cpus_allowed_list:"));
    }

    /** Reads a list of cores such as {@code 0-1,4}. */
    static List<Integer> cores(String list) {
        var cores = new ArrayList<Integer>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
                cores.add(core);
            }
        }
        return cores;
    }

    private static String statusField(long pid, String name) {
        return read("/proc/" + pid + "/status")
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
