package dev.gatescope.bench.proc;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A server in a JVM of its own, which ends with this object. */
public final class ServerProcess implements AutoCloseable {
    /** The same for every server, so that the heap and its collector are no difference. */
    public static final List<String> JVM_OPTIONS =
            List.of("-Xms512m", "-Xmx2g", "-XX:+UseSerialGC");

    private static final Pattern READY = Pattern.compile("ready (ws://\\S+)(?: admin (\\S+))?.*");
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final URI webSocket;
    private final @Nullable URI admin;

    private ServerProcess(Process process, URI webSocket, @Nullable URI admin) {
        this.process = process;
        this.webSocket = webSocket;
        this.admin = admin;
    }

    /**
     * Starts a server and waits for its ready line.
     *
     * @param program what follows the JVM's options: {@code -jar FILE} or class path and class, and
     *     the program's own options
     * @param log where its standard error goes
     */
    public static ServerProcess start(Cores cores, List<String> program, Path log)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Jdk.program("java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(program);
        var process =
                new ProcessBuilder(cores.onServerCore(command)).redirectError(log.toFile()).start();
        try {
            var line = firstLine(process).get(START_SECONDS, TimeUnit.SECONDS);
            var ready = READY.matcher(line == null ? "" : line);
            if (ready.matches()) {
                return new ServerProcess(
                        process,
                        URI.create(ready.group(1)),
                        Optional.ofNullable(ready.group(2)).map(URI::create).orElse(null));
            }
            end(process);
            throw new IOException(
                    (line == null ? "It ended" : "It said \"" + line + "\"")
                            + " instead of being ready; see "
                            + log);
        } catch (ExecutionException | TimeoutException e) {
            end(process);
            throw new IOException("Not ready within " + START_SECONDS + " s; see " + log, e);
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
    }

    /** Ends all servers when this process ends, also when it is told to from outside. */
    public static void endAllOnExit() {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() ->
                                ProcessHandle.current()
                                        .descendants()
                                        .forEach(ProcessHandle::destroyForcibly)));
    }

    /** The first line; what follows is read and forgotten, so that the server never waits. */
    private static CompletableFuture<@Nullable String> firstLine(Process process) {
        var first = new CompletableFuture<@Nullable String>();
        Thread.ofPlatform()
                .daemon()
                .name("server output")
                .start(() -> {
                    try (var lines =
                            new BufferedReader(
                                    new InputStreamReader(process.getInputStream(), UTF_8))) {
                        var line = lines.readLine();
                        first.complete(line);
                        while (line != null) {
                            line = lines.readLine();
                        }
                    } catch (IOException e) {
                        first.completeExceptionally(e);
                    }
                });
        return first;
    }

    public long pid() {
        return process.pid();
    }

    /** Where clients connect. */
    public URI webSocket() {
        return webSocket;
    }

    /** Its admin side, if it has one. */
    public Optional<URI> admin() {
        return Optional.ofNullable(admin);
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
