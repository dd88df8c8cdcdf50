package dev.gatescope.gateway.lifecycle;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds out where in the code something is taken; all that is taken at one place get the same
 * object. Each time the innermost frames are looked at as they are, about a microsecond; their
 * words are made once for each place. Safe from any thread.
 */
public final class Places {
    /** As many as tell who took it; each costs time. */
    private static final int MOST_FRAMES = 10;

    /** More places than any program has; beyond them each holder keeps a place of its own. */
    private static final int MOST_KEPT = 4_096;

    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), MOST_FRAMES);

    private final boolean on;
    private final ConcurrentHashMap<Frames, Place> known = new ConcurrentHashMap<>();

    /**
     * @param on whether anybody wants to know
     */
    Places(boolean on) {
        this.on = on;
    }

    /**
     * The place of whoever calls this.
     *
     * @param forWhom the class of what it is taken for: two lambdas of one class look the same from
     *     outside, but what they bring along does not
     */
    public Place here(Class<?> forWhom) {
        if (!on) {
            return Place.UNKNOWN;
        }
        var walked = WALKER.walk(Places::innermost);
        var frames = new Frames(forWhom, walked);
        var place = known.get(frames);
        return place == null ? newPlace(frames, walked) : place;
    }

    private static List<StackFrame> innermost(Stream<StackFrame> walked) {
        var frames = new ArrayList<StackFrame>(MOST_FRAMES);
        var rest = walked.spliterator();
        while (frames.size() < MOST_FRAMES && rest.tryAdvance(frames::add)) {
            // As many as there are.
        }
        return frames;
    }

    private Place newPlace(Frames frames, List<StackFrame> walked) {
        var place =
                Place.of(
                        walked.stream()
                                .skip(1) // this class's own
                                .map(StackFrame::toStackTraceElement)
                                .toList());
        if (known.size() >= MOST_KEPT) {
            return place;
        }
        var first = known.putIfAbsent(frames, place);
        return first == null ? place : first;
    }

    /** Frames as the machine knows them: a class and a place in its code each. */
    private static final class Frames {
        private final Class<?>[] classes = new Class<?>[MOST_FRAMES + 1];
        private final int[] positions = new int[MOST_FRAMES];
        private final int hash;

        Frames(Class<?> forWhom, List<StackFrame> frames) {
            classes[MOST_FRAMES] = forWhom;
            for (var i = 0; i < frames.size(); i++) {
                classes[i] = frames.get(i).getDeclaringClass();
                positions[i] = frames.get(i).getByteCodeIndex();
            }
            hash = 31 * Arrays.hashCode(classes) + Arrays.hashCode(positions);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Frames frames
                    && hash == frames.hash
                    && Arrays.equals(classes, frames.classes)
                    && Arrays.equals(positions, frames.positions);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
