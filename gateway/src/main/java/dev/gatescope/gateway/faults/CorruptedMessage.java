package dev.gatescope.gateway.faults;

import java.util.List;
import java.util.function.UnaryOperator;

/** Messages are damaged on their way. */
final class CorruptedMessage implements FaultKind {
    private static final int EVERY = 8;

    /** What becomes of a frame, by the word that chooses it. */
    private enum Damage {
        TRUNCATED("truncated-json", frame -> frame.substring(0, frame.length() / 2)),
        FLIPPED("flipped-bits", CorruptedMessage::flipped),
        NO_OBJECT("no-object", frame -> "[" + frame + "]");

        private final String word;
        private final UnaryOperator<String> does;

        Damage(String word, UnaryOperator<String> does) {
            this.word = word;
            this.does = does;
        }

        static Damage of(String word) {
            for (var damage : values()) {
                if (damage.word.equals(word)) {
                    return damage;
                }
            }
            throw new IllegalArgumentException("no damage " + word);
        }
    }

    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "message-corrupted",
                    Group.MESSAGE,
                    "Message corrupted",
                    "Messages, or answers, are damaged on their way: messages are refused with"
                            + " INVALID_JSON or INVALID_MESSAGE, and of answers the client can make"
                            + " nothing.",
                    List.of(
                            Direction.parameter(),
                            new Parameter.Choice(
                                    "how",
                                    Damage.TRUNCATED.word,
                                    List.of(
                                            Damage.TRUNCATED.word,
                                            Damage.FLIPPED.word,
                                            Damage.NO_OBJECT.word),
                                    "the second half is missing, single bits are turned, or the"
                                            + " object comes as an array")),
                    List.of("routing.refused", "ws_routing_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var direction = Direction.of(arguments);
        var damage = Damage.of(arguments.word("how"));
        return List.of(
                FilteredWire.hook(
                        direction,
                        (frame, way) -> {
                            var hit = way.hit("is damaged: " + damage.word + ".");
                            way.goOn(damage.does.apply(frame), hit);
                        }));
    }

    /** The first character, a brace as a rule, and some others; what is UTF-16 remains UTF-16. */
    private static String flipped(String frame) {
        var chars = frame.toCharArray();
        for (var i = 0; i < chars.length; i += EVERY) {
            chars[i] = (char) (chars[i] ^ 1);
        }
        return new String(chars);
    }
}
