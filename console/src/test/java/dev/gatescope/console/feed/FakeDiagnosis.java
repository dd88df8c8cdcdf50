package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A diagnosis that answers at once from its public lists, and notes what it was asked to do. */
public final class FakeDiagnosis implements Diagnosis {
    /** Answers to why by event. */
    public final Map<String, Why> whys = new HashMap<>();

    public final List<ProblemInfo> problems = new ArrayList<>();
    public final List<LeakInfo> leaks = new ArrayList<>();

    private final List<String> asked;
    private @Nullable String failure;

    FakeDiagnosis(List<String> asked) {
        this.asked = asked;
    }

    /** Lets every later call fail with this sentence, or succeed again with null. */
    public void fail(@Nullable String sentence) {
        failure = sentence;
    }

    @Override
    public CompletableFuture<Why> why(String event) {
        asked.add("why " + event);
        @Nullable Why why = whys.get(event);
        return why == null ? failed("There is no event " + event + ".") : answer(why);
    }

    @Override
    public CompletableFuture<List<ProblemInfo>> problems() {
        asked.add("problems");
        return answer(List.copyOf(problems));
    }

    @Override
    public CompletableFuture<Page<LeakInfo>> leaks(
            @Nullable String state, @Nullable String cursor) {
        asked.add("leaks");
        return answer(
                new Page<>(
                        leaks.stream()
                                .filter(leak -> state == null || leak.state().equals(state))
                                .toList(),
                        null));
    }

    @Override
    public CompletableFuture<@Nullable Void> reclaim(String leak) {
        asked.add("reclaim " + leak);
        return failure == null ? CompletableFuture.completedFuture(null) : failed(failure);
    }

    private <T> CompletableFuture<T> answer(T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : failed(failure);
    }

    private static <T> CompletableFuture<T> failed(String sentence) {
        return CompletableFuture.failedFuture(new GatewayCallFailed(sentence));
    }
}
