package dev.gatescope.console;

import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.Link;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Says when the gateway does not answer, and when it does again: once each. For one thread. */
final class LinkNews implements FeedListener {
    static final String BACK = "The gateway answers now.";

    private final Consumer<String> say;
    private @Nullable String said;

    LinkNews(Consumer<String> say) {
        this.say = say;
    }

    @Override
    public void onLink(Link link) {
        if (link.state() == Link.State.LIVE) {
            if (said != null) {
                said = null;
                say.accept(BACK);
            }
        } else if (link.why() != null && !link.why().equals(said)) {
            said = link.why();
            say.accept(said + " Trying again by itself.");
        }
    }
}
