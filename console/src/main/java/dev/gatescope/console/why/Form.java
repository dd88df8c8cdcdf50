package dev.gatescope.console.why;

import dev.gatescope.shared.chain.Chain;
import dev.gatescope.shared.chain.ChainMarkdown;
import dev.gatescope.shared.chain.ChainMermaid;
import dev.gatescope.shared.chain.ChainText;

/** A form in which a chain can be copied. */
enum Form {
    TEXT("text", "Text", "plain text") {
        @Override
        String of(Chain chain) {
            return ChainText.of(chain);
        }
    },
    MARKDOWN("markdown", "Markdown", "Markdown") {
        @Override
        String of(Chain chain) {
            return ChainMarkdown.of(chain);
        }
    },
    MERMAID("mermaid", "Mermaid", "a Mermaid flowchart") {
        @Override
        String of(Chain chain) {
            return ChainMermaid.of(chain);
        }
    };

    private final String word;
    private final String label;
    private final String title;

    Form(String word, String label, String title) {
        this.word = word;
        this.label = label;
        this.title = title;
    }

    /** Its name in ids. */
    String word() {
        return word;
    }

    /** Its name for people. */
    String label() {
        return label;
    }

    /** What the chain is copied as. */
    String title() {
        return title;
    }

    abstract String of(Chain chain);
}
