package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;

import java.util.ArrayList;
import java.util.List;

/** The gateway ends connections with a close code of choice. */
final class CloseWithCode implements FaultKind {
    private static final String OTHER = "other";

    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "close-with-code",
                    Group.CONNECTION,
                    "Close with a code",
                    "The gateway closes connections with the chosen code, as if it had reason to:"
                            + " closes with this code by the gateway rise.",
                    parameters(),
                    List.of("ws_closes_total", "connections.active"));

    private static List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(
                new Parameter.Choice(
                        "code",
                        "1011",
                        List.of("1000", "1001", "1008", "1011", "1012", "1013", OTHER),
                        "of the close frame; other for an application's own"));
        all.add(
                Parameter.count(
                        "other_code", 4_000, 3_000, 4_999, "taken where the code is other"));
        all.addAll(Strike.parameters());
        return all;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var word = arguments.word("code");
        var code =
                word.equals(OTHER)
                        ? Math.toIntExact(arguments.whole("other_code"))
                        : Integer.parseInt(word);
        return Strike.hooks(
                fault,
                arguments,
                surroundings,
                "the connection is closed with " + code + ".",
                (line, hit) ->
                        line.close(
                                new Ending(code, Initiator.GATEWAY, "injected fault")
                                        .because(hit)));
    }
}
