package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.scenario.ClientScript;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.gateway.scenario.MessageKind;

import java.util.List;

/**
 * What one client is to do: the unit of the comparison. Every flow gets the same scripts.
 *
 * @param number from 1
 * @param block which turn it belongs to, from 0
 */
record Script(int number, int block, Group group, List<Message> messages) {
    Script {
        messages = List.copyOf(messages);
    }

    /** A message and what it says. */
    record Message(MessageKind kind, String text) {}

    /** When the client leaves. */
    ClientScript.When leaves() {
        return group.script().leave().when();
    }

    /** By which the gateway's facts about this client are told from the others'. */
    String userAgent() {
        return "gatescope-experiment/" + number;
    }

    /** Who the client is; nobody else is the same. */
    String user() {
        return "client-" + number;
    }
}
