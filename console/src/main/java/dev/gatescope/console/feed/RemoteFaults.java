package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.Page;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The fault lab of a gateway behind its admin port. Safe from any thread. */
final class RemoteFaults implements FaultControl {
    private static final String FAULTS = "/faults";

    /** As many as the API gives: one that acts must not be missed behind those that are over. */
    private static final String LIMIT = "1000";

    private final AdminCalls calls;
    private final AdminAddress address;

    RemoteFaults(AdminCalls calls, AdminAddress address) {
        this.calls = calls;
        this.address = address;
    }

    @Override
    public CompletableFuture<List<FaultKindInfo>> catalogue() {
        return calls.getPage(address.http(FAULTS + "/catalogue"), FaultKindInfo.class)
                .thenApply(Page::items);
    }

    @Override
    public CompletableFuture<FaultList> list() {
        return calls.get(address.http(FAULTS, Map.of("limit", LIMIT)), FaultList.class);
    }

    @Override
    public CompletableFuture<FaultInfo> inject(FaultRequest request) {
        return calls.post(address.http(FAULTS), request, FaultInfo.class);
    }

    @Override
    public CompletableFuture<@Nullable Void> stop(String id) {
        return calls.delete(of(id, ""));
    }

    @Override
    public CompletableFuture<@Nullable Void> renew(String id) {
        return calls.post(of(id, "/renew"), Map.of());
    }

    @Override
    public CompletableFuture<@Nullable Void> stopAll() {
        return calls.post(address.http(FAULTS + "/stop-all"), Map.of());
    }

    @Override
    public CompletableFuture<@Nullable Void> allow() {
        return calls.post(address.http(FAULTS + "/allow"), Map.of());
    }

    private URI of(String id, String what) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return address.http(FAULTS + "/" + segment + what);
    }
}
