package dev.gatescope.console;

import dev.gatescope.console.events.EventsModel;
import dev.gatescope.console.events.EventsView;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.shell.DemoModel;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.ShellModel;
import dev.gatescope.console.shell.ShellView;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Everything on the screen, wired to one gateway. Whoever adds a view adds it here, and the
 * navigation, the keys and the pictures have it. For the JavaFX thread.
 *
 * @param sections all views in the order of the navigation
 */
record Views(ShellModel model, ShellView shell, List<Section> sections) {
    static Views of(GatewayControl gateway, Feed feed, Executor models, ZoneId zone) {
        var shellModel = new ShellModel(gateway, feed, models, zone);
        var demo = new DemoModel(gateway, feed, models);
        List<Section> sections =
                List.of(new EventsView(new EventsModel(gateway, feed, models), zone));
        return new Views(shellModel, new ShellView(shellModel, demo, sections), sections);
    }
}
