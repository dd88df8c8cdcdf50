package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The flow that the gateway runs, and another one for it to run. What is shown is always what the
 * gateway last said, never what was asked for. For the models' thread.
 */
public final class FlowModel implements FeedListener {
    private final GatewayControl gateway;
    private final Answers answers;
    private final ReadOnlyStringWrapper flow = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNoChange = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /** The flow's model; lives from the feed at once. */
    public FlowModel(GatewayControl gateway, Feed feed, Pulse pulse) {
        this.gateway = gateway;
        answers = new Answers(pulse);
        onLink(new Link(Link.State.CONNECTING, null, null, null));
        feed.register(this);
    }

    /** The name of the flow that runs; empty until the gateway has said so. */
    public ReadOnlyStringProperty flowProperty() {
        return flow.getReadOnlyProperty();
    }

    /** Why it cannot be changed from here; empty while it can. */
    public ReadOnlyStringProperty whyNoChangeProperty() {
        return whyNoChange.getReadOnlyProperty();
    }

    /** What became of the last change; empty before the first. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Asks the gateway to run a flow; nothing happens where it runs that one. */
    public void change(String name) {
        if (name.equals(flow.get())) {
            return;
        }
        if (!whyNoChange.get().isEmpty()) {
            notice.set("The flow was not changed. " + whyNoChange.get());
            return;
        }
        notice.set("Changing the flow to " + name + "…");
        answers.await(
                gateway.changeFlow(name),
                done -> notice.set("Flow changed to " + name + "."),
                failure -> notice.set("The flow was not changed. " + failure));
    }

    @Override
    public void onLink(Link link) {
        var server = link.server();
        if (server != null) {
            flow.set(server.flow());
        }
        if (server == null || link.state() != Link.State.LIVE) {
            whyNoChange.set("The flow can be changed while the gateway is connected.");
        } else if (!server.capabilities().contains(Capability.FLOW)) {
            whyNoChange.set("This gateway does not offer to change its flow while it runs.");
        } else {
            whyNoChange.set(link.whyNoCommands());
        }
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        flow.set(snapshot.flow());
    }
}
