package dev.gatescope.shared.chain;

import java.util.Optional;

/** Where a chain can end. */
public enum RootKind {
    FAULT("fault", "Root: an injected fault"),
    CLIENT("client", "Root: the client"),
    COMPONENT("component", "Root: a component"),
    OPERATOR("operator", "Root: an operator"),
    FLOW("flow", "Root: the flow"),
    GATEWAY("gateway", "Root: the gateway"),
    /** No root: nothing was recorded that would explain it. */
    UNKNOWN("unknown", "The record ends here"),
    /** A kind that a newer gateway knows. */
    OTHER("other", "Root");

    private final String word;
    private final String title;

    RootKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /**
     * The kind of a word on the wire.
     *
     * @return nothing for a step that is no root, whose word is empty
     */
    public static Optional<RootKind> of(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (var kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.of(OTHER);
    }

    /** The word on the wire. */
    public String word() {
        return word;
    }

    /** The kind for people. */
    public String title() {
        return title;
    }
}
