package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.StreamFrame;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FeedTest {
    private final Feed feed = new Feed(2);
    private final Diary diary = new Diary();

    FeedTest() {
        feed.register(diary);
    }

    @Test
    void nothingIsSaidBeforeTheBeat() {
        feed.onFrame(Samples.frame(1, Samples.snapshot(Samples.NOON, 3), List.of()));

        assertThat(diary.lines).isEmpty();
    }

    @Test
    void ofFiguresAndLinksTheNewestWins() {
        feed.onLink(Samples.lost("gone"));
        feed.onLink(Samples.live());
        feed.onFrame(Samples.frame(2, Samples.snapshot(Samples.NOON, 3), List.of()));
        feed.onFrame(Samples.frame(3, Samples.snapshot(Samples.NOON, 4), List.of()));

        feed.drain();
        feed.drain();

        assertThat(diary.lines).containsExactly("link LIVE", "4 open");
    }

    @Test
    void ofAConnectionTheNewestStateWins() {
        var first = Samples.connection("conn_1", false, Samples.NOON);
        var later = Samples.connection("conn_1", false, Samples.NOON.plusSeconds(1));
        feed.onFrame(new StreamFrame(2, null, List.of(), List.of(first), 0));
        feed.onFrame(new StreamFrame(3, null, List.of(), List.of(later), 0));

        feed.drain();

        assertThat(diary.lines).containsExactly("connections " + later.openedAt());
    }

    @Test
    void aNewStreamBeginsAnewBeforeItsConnections() {
        var old = Samples.connection("conn_1", false, Samples.NOON);
        var other = Samples.connection("conn_2", false, Samples.NOON);
        feed.onFrame(new StreamFrame(8, null, List.of(), List.of(old), 0));
        feed.onFrame(new StreamFrame(1, null, List.of(), List.of(other), 0));

        feed.drain();

        assertThat(diary.lines).containsExactly("restart", "connections " + other.openedAt());
    }

    @Test
    void whatIsLostIsCountedWhereItWasLost() {
        feed.onFrame(new StreamFrame(2, null, List.of(event(1), event(2), event(3)), null, 5));

        feed.drain();

        assertThat(diary.lines).containsExactly("2 events, 6 dropped");
        assertThat(feed.counts()).isEqualTo(new FeedCounts(3, 5, 1));
    }

    private static Event event(int number) {
        return Samples.event(number, "connection.opened", Severity.INFO, null);
    }

    private static final class Diary implements FeedListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onLink(Link link) {
            lines.add("link " + link.state());
        }

        @Override
        public void onRestart() {
            lines.add("restart");
        }

        @Override
        public void onSnapshot(Snapshot snapshot) {
            lines.add(snapshot.connections().active() + " open");
        }

        @Override
        public void onEvents(List<Event> events, long dropped) {
            lines.add(events.size() + " events, " + dropped + " dropped");
        }

        @Override
        public void onConnections(List<ConnectionInfo> connections) {
            connections.forEach(each -> lines.add("connections " + each.openedAt()));
        }
    }
}
