package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.protocol.Advice;
import dev.gatescope.shared.protocol.Side;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why errors of one problem happened: the ends of their chains as one, in a few words.
 *
 * @param key the same for all errors of the same roots
 * @param fault the injected fault that is a root; none where none is
 */
record RootCause(String key, String words, Side side, String todo, @Nullable String fault) {
    private static final Map<Side, Integer> RANKS =
            Map.of(
                    Side.FAULT, 0,
                    Side.GATEWAY, 1,
                    Side.OPERATOR, 2,
                    Side.NETWORK, 3,
                    Side.CLIENT, 4);

    /** The roots of a chain, and whose side they are on: that of the one who can do the most. */
    static RootCause of(Chain chain) {
        var causes = chain.ends().stream().map(RootCause::of).distinct().toList();
        var first =
                causes.stream()
                        .min(Comparator.comparingInt(cause -> RANKS.getOrDefault(cause.side, 1)))
                        .orElseThrow();
        return new RootCause(
                causes.stream().map(RootCause::key).sorted().collect(Collectors.joining(" | ")),
                causes.stream().map(RootCause::words).collect(Collectors.joining("; and ")),
                first.side,
                first.todo,
                first.fault);
    }

    private static RootCause of(Chain.Link end) {
        var event = end.event();
        var root = end.root() == null ? Root.UNKNOWN : end.root();
        return switch (root) {
            case FAULT -> {
                var fault = Data.text(event, "fault");
                yield of(
                        root,
                        fault,
                        "the injected fault `" + Data.text(event, "kind") + "`",
                        fault);
            }
            case CLIENT -> ofClient(event);
            case COMPONENT ->
                    of(
                            root,
                            Data.text(event, "component") + " " + event.type(),
                            Sentences.within(event),
                            null);
            case OPERATOR -> ofOperator(event);
            case FLOW ->
                    of(
                            root,
                            Data.text(event, "flow") + " " + Data.text(event, "property"),
                            Sentences.within(event),
                            null);
            case GATEWAY -> of(root, event.type(), Sentences.within(event), null);
            case UNKNOWN -> ofUnknown(event);
        };
    }

    private static RootCause of(Root root, String key, String words, @Nullable String fault) {
        var advice = Advice.ofRoot(root.word());
        return new RootCause(root.word() + " " + key, words, advice.side(), advice.todo(), fault);
    }

    private static RootCause ofClient(Event event) {
        var code = Root.errorCode(event);
        var advice = code.isPresent() ? code.get().advice() : Advice.ofRoot(Root.CLIENT.word());
        var network = Data.text(event, "initiator").equals("network");
        return new RootCause(
                Root.CLIENT.word() + " " + code.map(Enum::name).orElse(event.type()),
                code.isPresent() ? advice.what() : Sentences.within(event),
                network ? Side.NETWORK : advice.side(),
                advice.todo(),
                null);
    }

    private static RootCause ofOperator(Event event) {
        return event.type().equals("operator.acted")
                ? of(
                        Root.OPERATOR,
                        Data.text(event, "who"),
                        "the operator " + Data.text(event, "who") + " acted",
                        null)
                : of(Root.OPERATOR, event.type(), Sentences.within(event), null);
    }

    /** Errors of which no more is known are told apart by the kind of exception. */
    private static RootCause ofUnknown(Event event) {
        var exception = Data.text(event, "exception").split(":", 2)[0];
        return of(
                Root.UNKNOWN,
                event.type() + " " + exception,
                "nothing is recorded that explains it"
                        + (exception.isEmpty() ? "" : ", only the exception " + exception),
                null);
    }
}
