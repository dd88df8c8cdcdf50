package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.scenario.ClientScript;
import dev.gatescope.gateway.scenario.ClientScript.How;
import dev.gatescope.gateway.scenario.ClientScript.Leave;
import dev.gatescope.gateway.scenario.ClientScript.Send;
import dev.gatescope.gateway.scenario.ClientScript.Token;
import dev.gatescope.gateway.scenario.ClientScript.Way;
import dev.gatescope.gateway.scenario.ClientScript.When;
import dev.gatescope.gateway.scenario.Condition;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.gateway.scenario.MessageKind;
import dev.gatescope.gateway.scenario.Owed;
import dev.gatescope.gateway.scenario.Scenario;
import dev.gatescope.gateway.scenario.ServerSettings;

import java.util.List;

/** Clients that nothing happens to, so that the code that everybody needs is compiled. */
final class WarmUp {
    /** How many come to each flow. */
    static final int CLIENTS = 24;

    private WarmUp() {}

    /** A calm scenario on gateways that are set up like those of another. */
    static Scenario on(Scenario other) {
        var server = other.server();
        var settings =
                new ServerSettings(
                        server.environment(),
                        server.poolSize(),
                        server.acquireTimeout(),
                        new ServerSettings.Start.InOrder(),
                        server.legacy());
        var script =
                new ClientScript(
                        Way.HEADER,
                        Token.GOOD,
                        List.of(
                                new Send(MessageKind.PING, 5, List.of("")),
                                new Send(MessageKind.CHAT, 3, List.of("warm"))),
                        new Leave(When.AFTER_ANSWERS, How.CLOSE, 1000));
        var group =
                new Group(
                        "warm-up",
                        1,
                        new Condition.Fine(),
                        4,
                        script,
                        null,
                        new Owed.Answered(),
                        null);
        return new Scenario(
                "warm-up",
                "warm-up",
                List.of(),
                other.patience(),
                CLIENTS,
                CLIENTS,
                settings,
                0,
                List.of(group));
    }
}
