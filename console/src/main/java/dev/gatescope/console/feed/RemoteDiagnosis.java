package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Why;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The diagnosis of a gateway behind its admin port. Safe from any thread. */
final class RemoteDiagnosis implements Diagnosis {
    private static final String MOST = "1000";

    private final AdminCalls calls;
    private final AdminAddress address;

    RemoteDiagnosis(AdminCalls calls, AdminAddress address) {
        this.calls = calls;
        this.address = address;
    }

    @Override
    public CompletableFuture<Why> why(String event) {
        return calls.get(address.http("/events/" + segment(event) + "/why"), Why.class);
    }

    @Override
    public CompletableFuture<List<ProblemInfo>> problems() {
        return calls.getPage(address.http("/problems"), ProblemInfo.class).thenApply(Page::items);
    }

    @Override
    public CompletableFuture<Page<LeakInfo>> leaks(
            @Nullable String state, @Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("state", state);
        parameters.put("limit", MOST);
        parameters.put("cursor", cursor);
        return calls.getPage(address.http("/leaks", parameters), LeakInfo.class);
    }

    @Override
    public CompletableFuture<@Nullable Void> reclaim(String leak) {
        return calls.post(address.http("/leaks/" + segment(leak) + "/reclaim"), Map.of());
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
