package dev.gatescope.console.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.faults.Catalogue.Row;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.shared.admin.FaultKindInfo;

import org.junit.jupiter.api.Test;

import java.util.List;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.of(FaultKinds.all());

    @Test
    void groupsComeInTheOrderOfAConnectionsLifeEachWithOneHead() {
        assertThat(catalogue.find("")).hasSize(12);
        assertThat(catalogue.find("").stream().filter(Row::first).map(row -> row.kind().group()))
                .containsExactly(
                        "startup",
                        "auth",
                        "registration",
                        "handler",
                        "session",
                        "message",
                        "connection",
                        "gateway");
    }

    @Test
    void findsWordsOfTheNameTheSentenceAndTheFigures() {
        assertThat(names("handler-slow")).containsExactly("handler-slow");
        assertThat(names("Sleeps before")).containsExactly("handler-slow");
        assertThat(names("ws_closes_total")).containsExactly("tcp-reset", "close-with-code");
        assertThat(names("until answered")).containsExactly("handler-slow");
        assertThat(names("session exhausted")).containsExactly("session-pool-exhausted");
        assertThat(names("no such thing")).isEmpty();
    }

    @Test
    void theFirstThatIsFoundHeadsItsGroup() {
        assertThat(catalogue.find("exhausted")).singleElement().matches(Row::first);
    }

    @Test
    void groupsOfANewerGatewayComeLast() {
        var unknown =
                new FaultKindInfo(
                        "moon-full",
                        "sky",
                        "Full moon",
                        "?",
                        List.of(),
                        List.of(),
                        List.of(),
                        true);

        assertThat(Catalogue.of(List.of(unknown, FaultKinds.handlerSlow())).kinds())
                .extracting(FaultKindInfo::kind)
                .containsExactly("handler-slow", "moon-full");
    }

    private List<String> names(String search) {
        return catalogue.find(search).stream().map(row -> row.kind().kind()).toList();
    }
}
