package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class RecentListTest {
    private static final int CAPACITY = 10;

    private final RecentList<Integer> list = new RecentList<>(CAPACITY);

    @Test
    void keepsTheLastInOrderHoweverManyCame() {
        for (var added = 1; added <= 3 * CAPACITY; added++) {
            list.add(added);

            assertThat(list.toList())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(Math.max(1, added - CAPACITY + 1), added)
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void goesOnFromNothingAfterItWasCleared() {
        assertThat(list.toList()).isEmpty();
        IntStream.rangeClosed(1, CAPACITY + 2).forEach(list::add);
        list.clear();
        list.add(7);

        assertThat(list.toList()).containsExactly(7);
    }
}
