package dev.gatescope.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Problem;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.RefusedRequest;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.StreamFrame;
import dev.gatescope.shared.admin.Why;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published description names each field of each body, and no other. */
class OpenApiTest {
    static Stream<Map.Entry<String, Class<?>>> bodies() {
        return Map.<String, Class<?>>ofEntries(
                Map.entry("Snapshot", Snapshot.class),
                Map.entry("Component", Snapshot.Component.class),
                Map.entry("Connections", Snapshot.Connections.class),
                Map.entry("Routing", Snapshot.Routing.class),
                Map.entry("Success", Snapshot.Success.class),
                Map.entry("Windows", Snapshot.Windows.class),
                Map.entry("Ratio", Snapshot.Ratio.class),
                Map.entry("Handlers", Snapshot.Handlers.class),
                Map.entry("Sessions", Snapshot.Sessions.class),
                Map.entry("Memory", Snapshot.Memory.class),
                Map.entry("LatencyMs", Snapshot.LatencyMs.class),
                Map.entry("ConnectionInfo", ConnectionInfo.class),
                Map.entry("Close", ConnectionInfo.Close.class),
                Map.entry("Frame", ConnectionInfo.Frame.class),
                Map.entry("Event", Event.class),
                Map.entry("LeakInfo", LeakInfo.class),
                Map.entry("LeakOwner", LeakInfo.Owner.class),
                Map.entry("RefusedRequest", RefusedRequest.class),
                Map.entry("HistoryPoint", HistoryPoint.class),
                Map.entry("ServerInfo", ServerInfo.class),
                Map.entry("StreamFrame", StreamFrame.class),
                Map.entry("Why", Why.class),
                Map.entry("Step", Why.Step.class),
                Map.entry("ProblemInfo", ProblemInfo.class),
                Map.entry("FaultKindInfo", FaultKindInfo.class),
                Map.entry("Parameter", FaultKindInfo.Parameter.class),
                Map.entry("FaultInfo", FaultInfo.class),
                Map.entry("FaultScope", FaultScope.class),
                Map.entry("FaultRequest", FaultRequest.class),
                Map.entry("StopWhen", FaultRequest.StopWhen.class),
                Map.entry("FaultList", FaultList.class),
                Map.entry("Problem", Problem.class))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void describesEachFieldAndNoOther(Map.Entry<String, Class<?>> body) throws IOException {
        try (var file = AdminApi.class.getResourceAsStream("openapi.json")) {
            var described =
                    new JsonMapper()
                            .readTree(file)
                            .at("/components/schemas/" + body.getKey() + "/properties");

            assertThat(described.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(body.getValue().getRecordComponents())
                                    .map(OpenApiTest::wireName)
                                    .collect(Collectors.toSet()));
        }
    }

    private static String wireName(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named != null
                ? named.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
