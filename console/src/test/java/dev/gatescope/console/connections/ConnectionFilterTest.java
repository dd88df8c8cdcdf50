package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.shared.admin.ConnectionInfo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFilterTest {
    private static final ConnectionInfo READY = Clients.open(0, Samples.NOON);
    private static final ConnectionInfo REJECTED =
            Clients.closed(7, Samples.NOON, "rejected", 1008, "gateway", "TOKEN_EXPIRED");

    @ParameterizedTest
    @CsvSource({
        "'', true, true",
        "alice, true, false",
        "ALICE, true, false",
        "state:ready, true, false",
        "state:closed, false, true",
        "state:rejected, false, true",
        "code:1008, false, true",
        "demo:false, true, false",
        "-demo:true, true, false",
        "user:alice state:ready, true, false",
        "user:alice state:closed, false, false",
        "10.0.4.0:50000, true, false",
        "reason:token_exp, false, true",
        "by:gateway, false, true",
        "'\"token missing\"', false, true",
        "nobody, false, false",
    })
    void letsPass(String typed, boolean ready, boolean rejected) {
        var filter = new ConnectionFilter(typed);

        assertThat(filter.test(READY)).isEqualTo(ready);
        assertThat(filter.test(REJECTED)).isEqualTo(rejected);
    }
}
