package dev.gatescope.console;

import dev.gatescope.console.connections.ConnectionsModel;
import dev.gatescope.console.connections.ConnectionsView;
import dev.gatescope.console.events.EventsModel;
import dev.gatescope.console.events.EventsView;
import dev.gatescope.console.faults.FaultsModel;
import dev.gatescope.console.faults.FaultsView;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.console.leaks.LeaksModel;
import dev.gatescope.console.leaks.LeaksView;
import dev.gatescope.console.overview.OverviewModel;
import dev.gatescope.console.overview.OverviewView;
import dev.gatescope.console.overview.ProblemsModel;
import dev.gatescope.console.sequence.FileDialog;
import dev.gatescope.console.sequence.SequenceModel;
import dev.gatescope.console.sequence.SequenceView;
import dev.gatescope.console.shell.DemoModel;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.console.shell.FlowModel;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.ShellModel;
import dev.gatescope.console.shell.ShellView;
import dev.gatescope.console.timeline.TimelineModel;
import dev.gatescope.console.timeline.TimelineView;
import dev.gatescope.console.why.WhyModel;
import dev.gatescope.console.why.WhyView;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything on the screen, wired to one gateway. Whoever adds a view adds it here, and the
 * navigation, the keys and the pictures have it. For the JavaFX thread.
 *
 * @param sections all views in the order of the navigation
 */
record Views(ShellModel model, ShellView shell, List<Section> sections) {
    /**
     * All views; they live from the feed, once a beat.
     *
     * @param clients where clients connect, as hints are to name it
     * @param more sections that do not live from this gateway, before the faults
     */
    static Views of(
            GatewayControl gateway,
            Feed feed,
            Pulse pulse,
            Clock clock,
            String clients,
            Section... more) {
        pulse.onBeat(feed::drain);
        var zone = clock.getZone();
        var connectionsModel = new ConnectionsModel(gateway, feed, pulse, clock);
        var whyModel = new WhyModel(gateway, feed, pulse);
        var sections = new ArrayList<Section>();
        var ways = new Ways(sections, connectionsModel, whyModel);
        var connections = connections(connectionsModel, ways, gateway, feed, pulse, clock);
        var eventsModel = new EventsModel(gateway, feed, pulse);
        var events = new EventsView(eventsModel, zone, ways::toWhy);
        var overview =
                new OverviewView(
                        new OverviewModel(gateway, feed, pulse, clock, clients),
                        new ProblemsModel(gateway, feed, pulse, clock),
                        ways::toWhy,
                        () -> {
                            events.showErrors();
                            ways.shown().set(events);
                        });
        var why = new WhyView(whyModel, zone, ways::toConnection, ways.cameFrom(), ways::back);
        sections.addAll(List.of(overview, connections, events));
        sections.addAll(List.of(more));
        var leaks =
                new LeaksView(
                        new LeaksModel(gateway, feed, pulse, clock),
                        zone,
                        ways::toConnection,
                        ways::toWhy);
        var faultWatch = new FaultWatchModel(gateway, feed, pulse, clock);
        var faults = new FaultsView(new FaultsModel(gateway, faultWatch, pulse), zone);
        sections.addAll(List.of(faults, leaks, why));
        ways.shown().set(overview);

        var shellModel = new ShellModel(gateway, feed, pulse, zone);
        var flow = new FlowModel(gateway, feed, pulse);
        var demo = new DemoModel(gateway, feed, pulse);
        var shell = new ShellView(shellModel, flow, demo, faultWatch, sections, ways.shown());
        return new Views(shellModel, shell, List.copyOf(sections));
    }

    /** The connections with the timeline and the sequence of the chosen one. */
    private static ConnectionsView connections(
            ConnectionsModel model,
            Ways ways,
            GatewayControl gateway,
            Feed feed,
            Pulse pulse,
            Clock clock) {
        var timeline = new TimelineView(new TimelineModel(model.chosen()), ways::toWhy);
        var sequenceModel = new SequenceModel(gateway, feed, pulse, clock, model.chosen());
        var sequence = new SequenceView(sequenceModel, new FileDialog());
        var view = new ConnectionsView(model, timeline.node(), sequence.node(), ways::toWhy);
        sequenceModel
                .comparing()
                .subscribe(two -> {
                    if (two) { // they need the room
                        view.enlargedProperty().set(true);
                    }
                });
        return view;
    }
}
