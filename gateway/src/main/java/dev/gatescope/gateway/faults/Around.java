package dev.gatescope.gateway.faults;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A real part with the replacements of this moment around it. While no fault is active this costs
 * one volatile read. Safe from any thread.
 */
final class Around<H extends Hook, P> {
    /** Puts one replacement around a part. */
    @FunctionalInterface
    interface Fold<H, P> {
        P around(H hook, P inner, ActiveFault fault);
    }

    private record Composed<P>(Replacements acting, P part) {}

    private final Supplier<Replacements> acting;
    private final Class<H> hook;
    private final P real;
    private final Fold<H, P> fold;
    private @Nullable Composed<P> composed; // a race costs a second composition, no more

    Around(Supplier<Replacements> acting, Class<H> hook, P real, Fold<H, P> fold) {
        this.acting = acting;
        this.hook = hook;
        this.real = real;
        this.fold = fold;
    }

    /** The part that acts now. */
    P now() {
        var current = acting.get();
        var last = composed;
        if (current.isEmpty()) {
            if (last != null) {
                composed = null;
            }
            return real;
        }
        if (last != null && last.acting == current) {
            return last.part;
        }
        var part = compose(current);
        composed = new Composed<>(current, part);
        return part;
    }

    private P compose(Replacements current) {
        var part = real;
        for (var one : current.oldestFirst()) {
            if (hook.isInstance(one.hook())) {
                part = fold.around(hook.cast(one.hook()), part, one.fault());
            }
        }
        return part;
    }
}
