package dev.gatescope.gateway.support;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Goes with every class of tests: no thread may be left of it, platform or virtual. What gateways
 * hold beside threads is looked at where each is closed, in {@link RunningGateway}.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
    private static final Namespace OWN = Namespace.create(LeakCheck.class);
    private static final Pattern THREAD = Pattern.compile("(?m)^#(\\d+) \"([^\"]*)\"");

    /** Threads that the JDK, JUnit or Surefire make for all, whoever needs them first. */
    private static final Pattern FOR_ALL =
            Pattern.compile(
                    "ForkJoinPool.*|Common-Cleaner|Cleaner-\\d+|process reaper.*|VirtualThread-.*"
                            + "|junit-.*|surefire.*|.*Poller.*|Keep-Alive-Timer|Attach Listener"
                            + "|CompletableFutureDelayScheduler|C[12] CompilerThread\\d+|idle-.*"
                            + "|Notification Thread|Service Thread|FileSystemWatch.*|");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(OWN).put("before", threads());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var before = before(context);
        Eventually.until(
                () -> "these threads of " + context.getDisplayName() + " end: " + since(before),
                () -> since(before).isEmpty());
    }

    @SuppressWarnings("unchecked") // put there above
    private static Set<String> before(ExtensionContext context) {
        return (Set<String>) Objects.requireNonNull(context.getStore(OWN).get("before"));
    }

    private static Set<String> since(Set<String> before) {
        var now = new TreeSet<>(threads());
        now.removeAll(before);
        return now;
    }

    /** Number and name of each thread that somebody may have forgotten. */
    private static Set<String> threads() {
        var threads = new HashSet<String>();
        var found = THREAD.matcher(dump());
        while (found.find()) {
            if (!FOR_ALL.matcher(found.group(2)).matches()) {
                threads.add(found.group(2) + " #" + found.group(1));
            }
        }
        return threads;
    }

    /** The only list in which virtual threads are. */
    private static String dump() {
        try {
            var folder = Files.createTempDirectory("threads");
            var file = folder.resolve("dump.txt");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
