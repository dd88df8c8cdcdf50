package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Why;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a gateway knows about its errors and leaks. No method waits; a call that fails completes
 * with {@link GatewayCallFailed}. Whether a gateway offers it at all, its capabilities say.
 */
public interface Diagnosis {
    /** Why an event happened, from it to its roots. */
    CompletableFuture<Why> why(String event);

    /** The errors, those of the same symptom and root as one. */
    CompletableFuture<List<ProblemInfo>> problems();

    /**
     * What is or was held although its owner is over, newest first, up to 1,000 at once.
     *
     * @param state one of the states of {@link LeakInfo}; null for all
     * @param cursor where the page before ended
     */
    CompletableFuture<Page<LeakInfo>> leaks(@Nullable String state, @Nullable String cursor);

    /** Gives back what is leaked, for real. */
    CompletableFuture<@Nullable Void> reclaim(String leak);
}
