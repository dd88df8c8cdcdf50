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
import dev.gatescope.console.overview.OverviewModel;
import dev.gatescope.console.overview.OverviewView;
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

import javafx.beans.property.SimpleObjectProperty;

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
        var timeline = new TimelineView(new TimelineModel(connectionsModel.chosen()));
        var sequenceModel =
                new SequenceModel(gateway, feed, pulse, clock, connectionsModel.chosen());
        var sequence = new SequenceView(sequenceModel, new FileDialog());
        var connections = new ConnectionsView(connectionsModel, timeline.node(), sequence.node());
        sequenceModel
                .comparing()
                .subscribe(two -> {
                    if (two) { // they need the room
                        connections.enlargedProperty().set(true);
                    }
                });
        var eventsModel = new EventsModel(gateway, feed, pulse);
        var events = new EventsView(eventsModel, zone);
        var shown = new SimpleObjectProperty<Section>(connections);
        var overview =
                new OverviewView(
                        new OverviewModel(gateway, feed, pulse, clock, clients),
                        connection -> {
                            connectionsModel.choose(connection);
                            shown.set(connections);
                        });
        shown.set(overview);
        var faultWatch = new FaultWatchModel(gateway, feed, pulse, clock);
        var faults = new FaultsView(new FaultsModel(gateway, faultWatch, pulse), zone);
        var sections = new ArrayList<Section>(List.of(overview, connections, events));
        sections.addAll(List.of(more));
        sections.add(faults);

        var shellModel = new ShellModel(gateway, feed, pulse, zone);
        var flow = new FlowModel(gateway, feed, pulse);
        var demo = new DemoModel(gateway, feed, pulse);
        var shell = new ShellView(shellModel, flow, demo, faultWatch, sections, shown);
        return new Views(shellModel, shell, List.copyOf(sections));
    }
}
