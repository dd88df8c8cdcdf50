package dev.gatescope.console;

import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.Link;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.admin.Snapshot.Windows;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The four figures that matter most as one line of text. For one thread. */
final class FigureLine implements FeedListener {
    private @Nullable Snapshot snapshot;
    private @Nullable String trouble;

    @Override
    public void onLink(Link link) {
        trouble = link.state() == Link.State.LIVE ? null : link.why();
    }

    @Override
    public void onSnapshot(Snapshot newest) {
        snapshot = newest;
    }

    /** The line for now; without figures it says why there are none. */
    String text() {
        if (trouble != null) {
            return "no figures: " + trouble;
        }
        if (snapshot == null) {
            return "no figures yet";
        }
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
