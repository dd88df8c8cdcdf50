package dev.gatescope.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.leaks.Leak.Item;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Place;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class LeakLedgerTest {
    private static final Holding HOLDING = new Holding(Place.UNKNOWN, 7, 2_000_000_000);

    private final LeakLedger ledger = new LeakLedger();
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(10));
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ledger));

    @Test
    void keepsEveryLeakAndTheLastOfThoseThatAreOver() {
        var many = LeakLedger.ENDED_KEPT + 5;
        for (var session = 1; session <= many; session++) {
            leak(session);
        }
        assertThat(ledger.leakedNow(Kind.SESSION)).isEqualTo(many);
        assertThat(ledger.before(Long.MAX_VALUE)).hasSize(many);

        for (var session = 1; session < many; session++) {
            hub.report(null, LifecycleHub.NONE, new SessionFact.Returned(session, false));
        }

        assertThat(ledger.leakedNow(Kind.SESSION)).isEqualTo(1);
        assertThat(ledger.before(Long.MAX_VALUE)).hasSize(LeakLedger.ENDED_KEPT + 1);
        assertThat(ledger.before(Long.MAX_VALUE).findFirst())
                .hasValueSatisfying(newest ->
                        assertThat(newest.item()).isEqualTo(new Item(Kind.SESSION, many)));
    }

    @Test
    void saysSinceWhenItWasHeldAndHowItEnded() {
        var event = leak(1);
        var leak = ledger.find(event);
        assertThat(leak).isNotNull();
        assertThat(leak.info(clock.millis() + 500))
                .satisfies(info -> {
                    assertThat(info.ageS()).isEqualTo(2.5);
                    assertThat(info.since()).isEqualTo(Instant.ofEpochSecond(10));
                    assertThat(info.acquired()).isEqualTo(Instant.ofEpochSecond(8));
                    assertThat(info.endedAt()).isNull();
                });

        hub.report(null, LifecycleHub.NONE, new SessionFact.Returned(1, true));

        assertThat(leak.info(clock.millis() + 500))
                .satisfies(info -> {
                    assertThat(info.state()).isEqualTo("reclaimed");
                    assertThat(info.ageS()).isEqualTo(2);
                });
    }

    private long leak(long session) {
        return hub.report(null, LifecycleHub.NONE, new SessionFact.Leaked(session, HOLDING));
    }
}
