package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.OperationFact.MarkSet;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

class RingReaderTest {
    private final EventRing ring = new EventRing(1 << 16);
    private final LifecycleHub hub =
            new LifecycleHub(Clock.systemUTC(), new EventNumbers(), List.of(ring));
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void aBatchThatCouldNotBeTakenIsOfferedAgainInOrder() {
        var refusals = new AtomicInteger(3);
        try (var reader = reader(batch -> refusals.getAndDecrement() <= 0 && take(batch))) {
            mark("one");
            reader.start();
            mark("two");
        }

        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void whatWasPublishedBeforeTheStartIsTakenToo() {
        try (var reader = reader(this::take)) {
            mark("early");
            reader.start();
            reader.catchUp(10_000);

            assertThat(taken).containsExactly("early");
        }
    }

    @Test
    void catchingUpReturnsOnceEverythingPublishedIsTaken() {
        try (var reader = reader(this::take)) {
            reader.start();
            for (var i = 0; i < 100; i++) {
                mark("mark " + i);
                reader.catchUp(10_000);
                assertThat(taken).hasSize(i + 1);
            }
        }
    }

    @Test
    void aTakerThatThrowsDoesNotEndTheReader() {
        var first = new AtomicInteger(1);
        try (var reader =
                reader(batch -> {
                    if (!batch.isEmpty() && first.getAndDecrement() > 0) {
                        throw new IllegalStateException("on purpose");
                    }
                    return take(batch);
                })) {
            reader.start();
            mark("thrown at");
            reader.catchUp(10_000);
            mark("taken");
        }

        assertThat(taken).containsExactly("taken");
    }

    @Test
    void closingIsBoundedWhenNothingCanBeTakenAndLeavesNoThread() {
        var tries = new AtomicInteger();
        var reader =
                reader(batch -> {
                    tries.incrementAndGet();
                    return batch.isEmpty();
                });
        mark("never taken");
        reader.start();

        var began = System.nanoTime();
        reader.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        assertThat(tries).hasValueLessThan(100);
        Eventually.until(
                () -> "the reader's thread ends",
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals("test reader")));
    }

    /** A gateway goes on while its journal closes. */
    @Test
    void closingTakesWhatWasPublishedBeforeAndDoesNotWaitForWhatComesLater() throws Exception {
        var publishing = new AtomicBoolean(true);
        var reader = reader(this::take);
        reader.start();
        var publishers = new ArrayList<Thread>();
        for (var i = 0; i < 2; i++) {
            publishers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (publishing.get()) {
                                    mark("later");
                                    LockSupport.parkNanos(20_000);
                                }
                            }));
        }
        reader.catchUp(10_000);
        mark("the last before");

        var began = System.nanoTime();
        reader.close();
        var took = Duration.ofNanos(System.nanoTime() - began);
        publishing.set(false);
        for (var publisher : publishers) {
            publisher.join();
        }

        assertThat(taken).contains("the last before");
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    /** A gateway may be stopped while it still starts. */
    @Test
    void whatIsClosedBeforeItIsStartedNeverBegins() {
        var reader = reader(this::take);
        reader.close();

        reader.start();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("test reader"));
    }

    private RingReader reader(RingReader.Batches batches) {
        return new RingReader("test reader", ring, hub, batches);
    }

    private boolean take(List<Occurrence> batch) {
        batch.forEach(event -> taken.add(event.fact().sentence()));
        return true;
    }

    private void mark(String label) {
        hub.report(null, LifecycleHub.NONE, new MarkSet("test", label));
    }
}
