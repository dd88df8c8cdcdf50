package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A fault lab that breaks nothing: it keeps its lists as a gateway does, and answers at once. */
public final class FakeFaults implements FaultControl {
    public final List<FaultKindInfo> kinds = new ArrayList<>();

    /** Newest first. */
    public final List<FaultInfo> faults = new ArrayList<>();

    public final List<FaultRequest> requests = new ArrayList<>();
    public boolean allowed = true;
    public Instant now = Samples.NOON;

    private final List<String> asked;
    private @Nullable String failure;

    FakeFaults(List<String> asked) {
        this.asked = asked;
    }

    /** Lets every later call fail with this sentence, or succeed again with null. */
    public void fail(@Nullable String sentence) {
        failure = sentence;
    }

    /** Somebody else injects a fault. */
    public void act(FaultRequest request) {
        requests.add(request);
        faults.addFirst(started(request));
    }

    /** Lets a fault have acted so often. */
    public void hit(String id, long hits, long connections) {
        faults.replaceAll(each ->
                each.id().equals(id) ? with(each, each.state(), null, hits, connections) : each);
    }

    /** Ends the faults that act. */
    public void end(String state, String why) {
        endIf(each -> each.state().equals(FaultInfo.ACTIVE) ? ended(each, state, why) : each);
    }

    @Override
    public CompletableFuture<List<FaultKindInfo>> catalogue() {
        return answer(List.copyOf(kinds));
    }

    @Override
    public CompletableFuture<FaultList> list() {
        return answer(new FaultList(List.copyOf(faults), allowed));
    }

    @Override
    public CompletableFuture<FaultInfo> inject(FaultRequest request) {
        asked.add("inject " + request.kind());
        if (failure != null) {
            return failed(failure);
        }
        act(request);
        return CompletableFuture.completedFuture(faults.getFirst());
    }

    @Override
    public CompletableFuture<@Nullable Void> stop(String id) {
        if (failure == null) {
            endIf(each ->
                    each.id().equals(id) ? ended(each, FaultInfo.STOPPED, "ops stopped it") : each);
        }
        return done("stop " + id);
    }

    @Override
    public CompletableFuture<@Nullable Void> renew(String id) {
        return done("renew " + id);
    }

    @Override
    public CompletableFuture<@Nullable Void> stopAll() {
        if (failure == null) {
            end(FaultInfo.STOPPED, "ops stopped all");
            allowed = false;
        }
        return done("stop all");
    }

    @Override
    public CompletableFuture<@Nullable Void> allow() {
        if (failure == null) {
            allowed = true;
        }
        return done("allow");
    }

    private FaultInfo started(FaultRequest request) {
        return new FaultInfo(
                "fault_%012x".formatted(requests.size()),
                request.kind(),
                request.parameters(),
                Objects.requireNonNullElse(request.scope(), FaultScope.EVERYTHING),
                request.reason(),
                "ops",
                now,
                now.plus(Duration.parse(request.duration())),
                request.lease() == null ? null : now.plus(Duration.parse(request.lease())),
                FaultInfo.ACTIVE,
                null,
                0,
                0,
                0,
                null);
    }

    private void endIf(UnaryOperator<FaultInfo> change) {
        faults.replaceAll(change);
    }

    private static FaultInfo ended(FaultInfo fault, String state, String why) {
        return with(fault, state, why, fault.hits(), fault.connections());
    }

    private static FaultInfo with(
            FaultInfo fault, String state, @Nullable String ended, long hits, long connections) {
        return new FaultInfo(
                fault.id(),
                fault.kind(),
                fault.parameters(),
                fault.scope(),
                fault.reason(),
                fault.by(),
                fault.startedAt(),
                fault.endsAt(),
                fault.leaseEndsAt(),
                state,
                ended,
                hits,
                connections,
                fault.spared(),
                fault.warnings());
    }

    private CompletableFuture<@Nullable Void> done(String what) {
        asked.add(what);
        return failure == null ? CompletableFuture.completedFuture(null) : failed(failure);
    }

    private <T> CompletableFuture<T> answer(T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : failed(failure);
    }

    private static <T> CompletableFuture<T> failed(String sentence) {
        return CompletableFuture.failedFuture(new GatewayCallFailed(sentence));
    }
}
