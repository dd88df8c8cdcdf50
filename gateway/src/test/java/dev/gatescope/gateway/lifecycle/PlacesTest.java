package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

class PlacesTest {
    private final Places places = new Places(true);

    @Test
    void allThatIsTakenAtOnePlaceGetsOneObject() {
        Set<Place> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var i = 0; i < 3; i++) {
            taken.add(places.here(String.class));
        }

        assertThat(taken).hasSize(1);
        assertThat(taken.iterator().next().stack())
                .hasSizeLessThanOrEqualTo(10)
                .first()
                .asString()
                .startsWith(PlacesTest.class.getName() + ".allThatIsTaken");
    }

    @Test
    void twoLambdasOfOneClassAreToldApartByWhatTheyBring() {
        List<Supplier<Place>> takers =
                List.of(() -> places.here(String.class), () -> places.here(Integer.class));

        var places = takers.stream().map(Supplier::get).toList();

        assertThat(places.get(0)).isNotEqualTo(places.get(1));
    }

    @Test
    void whereNothingIsObservedNoPlaceIsLookedFor() {
        assertThat(new Places(false).here(String.class)).isSameAs(Place.UNKNOWN);
    }

    @Test
    void theTakerIsTheFirstWhoIsNeitherLibraryNorLender() {
        var place =
                Place.of(
                        List.of(
                                frame("dev.gatescope.gateway.sessions.SessionFactory", "open"),
                                frame("dev.gatescope.gateway.routing.Request", "inSession"),
                                frame("java.util.ArrayList", "forEach"),
                                frame("org.example.Shop", "buy"),
                                frame("org.example.Main", "main")));

        assertThat(place.acquiredAt()).startsWith("org.example.Shop.buy(");
        assertThat(place.stack()).hasSize(5);
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, "Some.java", 1);
    }
}
