package dev.gatescope.console.sequence;

import dev.gatescope.shared.sequence.Mermaid;
import dev.gatescope.shared.sequence.SequenceDiagram;
import dev.gatescope.shared.sequence.Svg;
import dev.gatescope.shared.sequence.Theme;

/** A kind of file that a diagram can be saved as. */
enum Format {
    SVG("svg", "SVG", "SVG picture") {
        @Override
        String text(SequenceDiagram diagram) {
            return Svg.of(diagram, Theme.SYSTEM);
        }
    },
    MERMAID("mmd", "Mermaid", "Mermaid text") {
        @Override
        String text(SequenceDiagram diagram) {
            return Mermaid.of(diagram);
        }
    };

    private final String extension;
    private final String label;
    private final String title;

    Format(String extension, String label, String title) {
        this.extension = extension;
        this.label = label;
        this.title = title;
    }

    /** What files of this kind end in, without the dot. */
    String extension() {
        return extension;
    }

    /** Its name. */
    String label() {
        return label;
    }

    /** What such files are called. */
    String title() {
        return title;
    }

    abstract String text(SequenceDiagram diagram);
}
