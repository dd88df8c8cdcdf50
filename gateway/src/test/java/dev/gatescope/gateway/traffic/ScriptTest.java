package dev.gatescope.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.traffic.Deed.Leave;
import dev.gatescope.gateway.traffic.Deed.LogIn;
import dev.gatescope.gateway.traffic.Deed.Token;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class ScriptTest {
    private static final List<Persona> EVERYBODY = Persona.everybody();

    @Test
    void oneSeedAlwaysWritesTheSame() {
        assertThat(visits(EVERYBODY.getFirst(), 7, 50))
                .isEqualTo(visits(EVERYBODY.getFirst(), 7, 50))
                .isNotEqualTo(visits(EVERYBODY.getFirst(), 8, 50));
    }

    @Test
    void aVisitWithAGoodTokenBeginsWithALogInAndEndsWithLeaving() {
        for (var visit : visits(EVERYBODY.getLast(), 1, 200)) {
            var deeds = visit.steps().stream().map(Visit.Step::deed).toList();

            if (deeds.getFirst() instanceof LogIn(_, var token) && token == Token.GOOD) {
                assertThat(deeds.getLast()).isInstanceOf(Leave.class);
                assertThat(deeds.get(1)).isInstanceOf(Deed.Chat.class);
            } else {
                assertThat(deeds).hasSize(1);
            }
        }
    }

    @Test
    void nobodyTakesTheirOwnThreadForAForeignOne() {
        for (var persona : EVERYBODY) {
            var foreign =
                    visits(persona, 3, 400).stream()
                            .flatMap(visit -> visit.steps().stream())
                            .map(Visit.Step::deed)
                            .filter(Deed.ReadForeignThread.class::isInstance)
                            .map(Deed.ReadForeignThread.class::cast);

            assertThat(foreign).isNotEmpty().noneMatch(deed -> deed.owner().equals(persona.user()));
        }
    }

    @Test
    void aBrowserNeverSetsAHeader() {
        var browser = EVERYBODY.getFirst();

        assertThat(visits(browser, 5, 200))
                .flatExtracting(Visit::steps)
                .extracting(Visit.Step::deed)
                .filteredOn(LogIn.class::isInstance)
                .noneMatch(deed -> ((LogIn) deed).way() == Deed.Way.HEADER);
    }

    private static List<Visit> visits(Persona persona, long seed, int count) {
        var users = EVERYBODY.stream().map(Persona::user).toList();
        var script = new Script(persona, users, new SplittableRandom(seed));
        return Stream.generate(script::next).limit(count).toList();
    }
}
