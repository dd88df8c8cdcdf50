package dev.gatescope.gateway.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where in the code something was taken that has to be given back.
 *
 * @param acquiredAt who took it: the first frame that is neither a library's nor of the part that
 *     lends it
 * @param stack the frames around, innermost first; a bounded number of them
 * @param fingerprint the same for all that is taken in the same way by the same line
 */
public record Place(String acquiredAt, List<String> stack, String fingerprint) {
    /** Where nothing is observed. */
    public static final Place UNKNOWN = new Place("", List.of(), "");

    private static final String OWN = "dev.gatescope.gateway.";

    /** The parts that lend, and those that stand before them. */
    private static final Set<String> LENDERS =
            Set.of(OWN + "lifecycle.", OWN + "sessions.", OWN + "routing.", OWN + "faults.");

    private static final Set<String> LIBRARIES =
            Set.of(
                    "java.",
                    "javax.",
                    "jdk.",
                    "sun.",
                    "com.sun.",
                    "jakarta.",
                    "org.eclipse.jetty.",
                    "org.jdbi.",
                    "org.h2.",
                    "com.zaxxer.hikari.");

    public Place {
        stack = List.copyOf(stack);
    }

    /** The place of these frames, innermost first, of which there is at least one. */
    static Place of(List<StackTraceElement> frames) {
        var taker = 0;
        while (taker < frames.size() && !takes(frames.get(taker).getClassName())) {
            taker++;
        }
        var at = Math.min(taker, frames.size() - 1);
        var stack = frames.stream().map(StackTraceElement::toString).toList();
        return new Place(stack.get(at), stack, fingerprint(stack.subList(0, at + 1)));
    }

    private static boolean takes(String className) {
        return LENDERS.stream().noneMatch(className::startsWith)
                && LIBRARIES.stream().noneMatch(className::startsWith);
    }

    private static String fingerprint(List<String> frames) {
        var text = String.join("\n", frames).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString().substring(0, 13);
    }
}
