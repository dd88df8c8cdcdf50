package dev.gatescope.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The JDK that runs this process, whose programs are used for the servers too. */
public final class Jdk {
    private static final Pattern USED = Pattern.compile(" total \\d+K, used (\\d+)K");
    private static final long SECONDS = 60;

    private Jdk() {}

    static Path program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Whether the memory of a JVM can be looked into. */
    public static boolean hasJcmd() {
        return Files.isExecutable(program("jcmd"));
    }

    /** Makes a JVM collect all its garbage, and waits for it. */
    public static void collectGarbage(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
    }

    /** The part of a JVM's heap that is in use, in bytes; after a collection, what is alive. */
    public static long heapUsed(long pid) throws IOException, InterruptedException {
        return heapUsed(jcmd(pid, "GC.heap_info"));
    }

    /** Adds up the generations in what {@code GC.heap_info} prints. */
    static long heapUsed(String heapInfo) {
        return USED.matcher(heapInfo)
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)) * 1024)
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var answer = Files.createTempFile("jcmd", ".txt");
        try {
            var process =
                    new ProcessBuilder(
                                    List.of(
                                            program("jcmd").toString(),
                                            Long.toString(pid),
                                            command))
                            .redirectErrorStream(true)
                            .redirectOutput(answer.toFile())
                            .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("jcmd " + command + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException("jcmd " + command + ": " + Files.readString(answer));
            }
            return Files.readString(answer);
        } finally {
            Files.deleteIfExists(answer);
        }
    }
}
