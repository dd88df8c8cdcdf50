package dev.gatescope.shared.protocol;

/**
 * What a person needs who meets an error: the same words wherever it is shown.
 *
 * @param what what happened, as a phrase that begins small and has no full stop
 * @param side who can do something about it
 * @param todo what to do now, as a sentence
 */
public record Advice(String what, Side side, String todo) {
    /**
     * For a root of a chain of whys, by the word of its kind; a kind that is not known counts as
     * the end of the record.
     */
    public static Advice ofRoot(String kind) {
        return switch (kind) {
            case "fault" ->
                    new Advice(
                            "it was broken on purpose by an injected fault",
                            Side.FAULT,
                            "Nothing needs mending; stop the fault, or wait until it ends.");
            case "client" ->
                    new Advice(
                            "the client did it",
                            Side.CLIENT,
                            "Look at the client: what it sent, and when it left.");
            case "component" ->
                    new Advice(
                            "a component of the gateway was not there",
                            Side.GATEWAY,
                            "Look at the component: what it says, and whether it is up again.");
            case "operator" ->
                    new Advice(
                            "an operator did it",
                            Side.OPERATOR,
                            "Nothing needs mending; ask the operator who is named.");
            case "flow" ->
                    new Advice(
                            "the flow that runs cannot do better",
                            Side.GATEWAY,
                            "Change to a flow with the fix that the property names.");
            case "gateway" ->
                    new Advice(
                            "the gateway did it by itself",
                            Side.GATEWAY,
                            "Look at what the gateway was doing, such as stopping.");
            default ->
                    new Advice(
                            "the record ends before a root",
                            Side.GATEWAY,
                            "Look at the newest example and at the gateway's log of that moment.");
        };
    }
}
