package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults as the admin API takes, lists and ends them. */
class FaultCallsTest {
    private static final String RIGHT =
            "\"kind\":\"handler-slow\",\"duration\":\"PT1M\",\"reason\":\"test\"";

    private static Map<String, String> wrong() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("{}", "kind");
        bodies.put("{\"kind\":7,\"duration\":\"PT1M\",\"reason\":\"t\"}", "kind");
        bodies.put("{\"kind\":\"handler-on-fire\",\"duration\":\"PT1M\",\"reason\":\"t\"}", "kind");
        bodies.put("{\"kind\":\"handler-slow\",\"reason\":\"t\"}", "duration");
        bodies.put("{\"kind\":\"handler-slow\",\"duration\":60,\"reason\":\"t\"}", "duration");
        for (var duration : List.of("a minute", "PT15M0.001S", "PT0S", "-PT1M", "P1D")) {
            bodies.put(
                    "{\"kind\":\"handler-slow\",\"reason\":\"t\",\"duration\":\""
                            + duration
                            + "\"}",
                    "duration");
        }
        bodies.put("{\"kind\":\"handler-slow\",\"duration\":\"PT1M\"}", "reason");
        bodies.put("{\"kind\":\"handler-slow\",\"duration\":\"PT1M\",\"reason\":\" \"}", "reason");
        and(bodies, "\"parameters\":[]", "parameters");
        and(bodies, "\"parameters\":{\"speed\":1}", "parameters.speed");
        and(bodies, "\"parameters\":{\"delay_ms\":\"long\"}", "parameters.delay_ms");
        and(bodies, "\"parameters\":{\"delay_ms\":1.5}", "parameters.delay_ms");
        and(bodies, "\"parameters\":{\"delay_ms\":true}", "parameters.delay_ms");
        and(bodies, "\"parameters\":{\"delay_ms\":0}", "parameters.delay_ms");
        and(bodies, "\"parameters\":{\"delay_ms\":60001}", "parameters.delay_ms");
        and(bodies, "\"parameters\":{\"delay_ms\":99999999999999999999}", "parameters.delay_ms");
        and(bodies, "\"scope\":\"all\"", "scope");
        and(bodies, "\"scope\":{\"percent\":0}", "scope.percent");
        and(bodies, "\"scope\":{\"percent\":-1}", "scope.percent");
        and(bodies, "\"scope\":{\"percent\":100.01}", "scope.percent");
        and(bodies, "\"scope\":{\"percent\":\"half\"}", "scope.percent");
        and(bodies, "\"scope\":{\"user\":\"\"}", "scope.user");
        and(bodies, "\"scope\":{\"user\":7}", "scope.user");
        and(bodies, "\"scope\":{\"connection\":\"conn_1\"}", "scope.connection");
        and(bodies, "\"scope\":{\"type\":\" \"}", "scope.type");
        and(bodies, "\"lease\":\"PT0.5S\"", "lease");
        and(bodies, "\"lease\":10", "lease");
        and(bodies, "\"lease\":\"PT16M\"", "lease");
        and(bodies, "\"seed\":\"luck\"", "seed");
        and(bodies, "\"seed\":1.5", "seed");
        and(bodies, "\"stop_when\":7", "stop_when");
        and(bodies, "\"stop_when\":{\"below\":1}", "stop_when.figure");
        and(bodies, "\"stop_when\":{\"figure\":\"luck\",\"below\":1}", "stop_when.figure");
        and(bodies, "\"stop_when\":{\"figure\":\"error_rate\"}", "stop_when");
        and(bodies, "\"stop_when\":{\"figure\":\"error_rate\",\"above\":\"x\"}", "stop_when.above");
        return bodies;
    }

    private static void and(Map<String, String> bodies, String more, String field) {
        bodies.put("{" + RIGHT + "," + more + "}", field);
    }

    @Test
    void whatIsWrongIsAProblemThatNamesTheFieldAndInjectsNothing() throws Exception {
        try (var gateway = FaultGateway.start()) {
            assertThat(wrong())
                    .allSatisfy((body, field) -> {
                        var answer = gateway.post("/api/v1/faults", body);
                        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(422);
                        assertThat(answer.body()).as(body).contains("\"field\":\"" + field + "\"");
                    });
            assertThat(gateway.post("/api/v1/faults", "no JSON").statusCode()).isEqualTo(400);
            assertThat(gateway.figures().faultsActive()).isZero();
            assertThat(gateway.heard(OperationFact.OperatorActed.class)).isEmpty();
        }
    }

    @Test
    void whatOfARequestDoesNothingIsWarnedOf() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault =
                    gateway.inject(
                            "auth-slow",
                            "\"scope\":{\"type\":\"chat\",\"colour\":1},\"durations\":\"PT1S\"");

            assertThat(gateway.fault(fault).path("warnings").toString())
                    .contains("scope.type", "scope.colour", "durations");
            assertThat(gateway.fault(fault).at("/scope/type").stringValue()).isEqualTo("chat");
        }
    }

    @Test
    void whoInjectsAndEndsOneIsTheCauseOfIt() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("handler-throwing", "\"seed\":7,\"lease\":\"PT10S\"");
            var shown = gateway.fault(fault);
            assertThat(shown.path("state").stringValue()).isEqualTo("active");
            assertThat(shown.path("by").stringValue()).isEqualTo("local");
            assertThat(shown.has("lease_ends_at")).isTrue();
            assertThat(gateway.get("/api/v1/snapshot").path("faults_active").intValue()).isOne();
            assertThat(gateway.metric("ws_faults_active")).isOne();
            assertThat(gateway.post("/api/v1/faults/" + fault + "/renew", "").statusCode())
                    .isEqualTo(200);

            assertThat(gateway.delete(fault)).isEqualTo(204);

            assertThat(gateway.delete(fault)).isEqualTo(404);
            assertThat(gateway.post("/api/v1/faults/" + fault + "/renew", "").statusCode())
                    .isEqualTo(404);
            assertThat(gateway.fault(fault).path("state").stringValue()).isEqualTo("stopped");
            assertThat(gateway.get("/api/v1/snapshot").path("faults_active").intValue()).isZero();
            assertThat(gateway.metric("ws_faults_active")).isZero();
            var acts = gateway.heard(OperationFact.OperatorActed.class);
            assertThat(gateway.heard(FaultFact.Started.class))
                    .extracting(Occurrence::cause)
                    .containsExactly(acts.getFirst().id());
            assertThat(gateway.heard(FaultFact.Ended.class))
                    .extracting(Occurrence::cause)
                    .containsExactly(acts.getLast().id());
        }
    }

    @Test
    void allAreStoppedAtOnceAndNoNewOneComesUntilItIsAllowed() throws Exception {
        try (var gateway = FaultGateway.start()) {
            for (var i = 0; i < 3; i++) {
                gateway.inject("handler-slow", "");
            }

            assertThat(gateway.post("/api/v1/faults/stop-all", "").statusCode()).isEqualTo(204);

            assertThat(gateway.figures().faultsActive()).isZero();
            assertThat(gateway.get("/api/v1/faults").path("allowed").booleanValue()).isFalse();
            assertThat(gateway.post("/api/v1/faults", "{" + RIGHT + "}").statusCode())
                    .isEqualTo(409);
            assertThat(gateway.post("/api/v1/faults/allow", "").statusCode()).isEqualTo(204);
            gateway.inject("handler-slow", "");
        }
    }

    @Test
    void noMoreThanAHundredAreActive() throws Exception {
        try (var gateway = FaultGateway.start()) {
            for (var i = 0; i < FaultPlan.MOST_ACTIVE; i++) {
                gateway.inject("handler-slow", "");
            }

            assertThat(gateway.post("/api/v1/faults", "{" + RIGHT + "}").statusCode())
                    .isEqualTo(429);
            var page = gateway.get("/api/v1/faults?limit=60");
            assertThat(page.path("items").size()).isEqualTo(60);
            var next =
                    gateway.get(
                            "/api/v1/faults?limit=60&cursor="
                                    + page.path("next_cursor").stringValue());
            assertThat(next.path("items").size()).isEqualTo(40);
        }
    }

    @Test
    void productionTakesNoneUnlessItIsTold() throws Exception {
        try (var strict = FaultGateway.start(one -> one.environment(Environment.PRODUCTION));
                var told =
                        FaultGateway.start(
                                one -> one.environment(Environment.PRODUCTION).allowFaults(true))) {
            assertThat(strict.post("/api/v1/faults", "{" + RIGHT + "}").statusCode())
                    .isEqualTo(403);
            assertThat(strict.get("/api/v1").path("capabilities").toString())
                    .doesNotContain("faults");
            assertThat(strict.get("/api/v1/faults").path("allowed").booleanValue()).isFalse();
            assertThat(told.get("/api/v1").path("capabilities").toString()).contains("faults");
            told.inject("handler-slow", "");
        }
    }

    @Test
    void aViewerInjectsAndEndsNothing() throws Exception {
        var key = new AdminAccess.Key(new AdminAccess.Person("vic", false), "viewer-token");
        try (var gateway = FaultGateway.start(config -> config.adminTokens(List.of(key)))) {
            for (var path : List.of("", "/stop-all", "/allow", "/fault_000000000001/renew")) {
                assertThat(gateway.postAs("viewer-token", "/api/v1/faults" + path).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void theCatalogueSaysWhatEachKindDoesAndTakes() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var items = gateway.get("/api/v1/faults/catalogue").path("items");

            assertThat(items.valueStream().map(one -> one.path("kind").stringValue()))
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(Catalogue.usual().names());
            assertThat(items.valueStream())
                    .allSatisfy(kind -> {
                        assertThat(kind.path("description").stringValue()).endsWith(".");
                        assertThat(kind.path("moves").size()).isPositive();
                        assertThat(kind.path("parameters").valueStream())
                                .allMatch(one -> one.has("default") && one.has("description"));
                    });
        }
    }
}
