package dev.gatescope.console;

import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.Link;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.admin.Snapshot.Windows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The four figures that matter most as one line of text, and why there are none. For one thread.
 */
final class FigureLine implements FeedListener {
    private final List<String> news = new ArrayList<>();
    private final LinkNews linkNews = new LinkNews(news::add);
    private @Nullable Snapshot snapshot;

    @Override
    public void onLink(Link link) {
        if (link.state() != Link.State.LIVE) {
            snapshot = null;
        }
        linkNews.onLink(link);
    }

    @Override
    public void onSnapshot(Snapshot newest) {
        snapshot = newest;
    }

    /** What to print now: what is new about the gateway, and the figures while they come. */
    List<String> lines() {
        var lines = new ArrayList<>(news);
        news.clear();
        if (snapshot != null) {
            lines.add(figures(snapshot));
        }
        return lines;
    }

    private static String figures(Snapshot snapshot) {
        return "connection success %s | routing success %s | handlers registered %,d | sessions leaked %,d"
                .formatted(
                        ratio(snapshot.success().connection()),
                        ratio(snapshot.success().routing()),
                        snapshot.handlers().registered(),
                        snapshot.sessions().leaked());
    }

    private static String ratio(Windows windows) {
        return "%s in 60 s, %s since start"
                .formatted(ratio(windows.last60s()), ratio(windows.sinceStart()));
    }

    private static String ratio(Ratio ratio) {
        return ratio.ratio() == null
                ? "no attempts"
                : String.format(Locale.ROOT, "%.1f %% of %,d", 100 * ratio.ratio(), ratio.n());
    }
}
