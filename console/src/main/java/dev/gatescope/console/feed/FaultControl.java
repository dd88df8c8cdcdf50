package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.FaultRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway's fault lab. No method waits; a call that fails completes with {@link
 * GatewayCallFailed}, whose message is a sentence for people. Safe from any thread.
 */
public interface FaultControl {
    /** The kinds of faults that the gateway knows. */
    CompletableFuture<List<FaultKindInfo>> catalogue();

    /** The faults that act and those that are over, newest first. */
    CompletableFuture<FaultList> list();

    /** Injects a fault; completes with it once it acts. */
    CompletableFuture<FaultInfo> inject(FaultRequest request);

    /** Ends a fault. */
    CompletableFuture<@Nullable Void> stop(String id);

    /** Lets a fault with a lease live for another lease, counted from now. */
    CompletableFuture<@Nullable Void> renew(String id);

    /** Ends all faults and blocks new ones. */
    CompletableFuture<@Nullable Void> stopAll();

    /** Takes new ones again. */
    CompletableFuture<@Nullable Void> allow();
}
