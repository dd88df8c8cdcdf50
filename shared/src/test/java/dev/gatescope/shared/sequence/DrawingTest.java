package dev.gatescope.shared.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

class DrawingTest {
    private static final double LETTER = 7;

    @ParameterizedTest
    @ValueSource(doubles = {Drawing.LEAST_WIDTH, 560, 860})
    void nothingIsDrawnOutsideAtAnyWidth(double width) {
        var drawing = new Drawing(width, text -> text.length() * LETTER);
        var sentence = "a rather long sentence ".repeat(12) + "x".repeat(200);
        var diagram = Story.legacy().saying("handler.leaked", sentence).closedByClient().diagram();

        for (var row : diagram.rows()) {
            for (var stroke : drawing.strip(row).strokes()) {
                if (stroke instanceof Stroke.Words words) {
                    assertThat(left(words)).isGreaterThanOrEqualTo(0);
                    assertThat(left(words) + width(words)).isLessThanOrEqualTo(width);
                }
            }
        }
    }

    @Test
    void aLongSentenceLosesNoWord() {
        var drawing = new Drawing(500, text -> text.length() * LETTER);
        var sentence = "The handler for chat failed since something long has happened to it. ";
        var rows = new Story().saying("handler.leaked", sentence.repeat(3)).diagram().rows();
        var words =
                drawing.strip(rows.getFirst()).strokes().stream()
                        .filter(stroke -> stroke.ink() == Stroke.Ink.ERROR)
                        .filter(Stroke.Words.class::isInstance)
                        .map(stroke -> ((Stroke.Words) stroke).text())
                        .collect(Collectors.joining(" "));

        assertThat(words).isEqualTo(sentence.repeat(3).strip());
    }

    @Test
    void onlyAStepInItsPlaceCoversItsGhost() {
        var drawing = new Drawing(760, text -> text.length() * LETTER);
        var inks = Story.legacy().diagram().rows().stream().map(row -> inks(drawing, row)).toList();

        assertThat(inks.get(1)).contains(Stroke.Ink.GHOST).doesNotContain(Stroke.Ink.COVERED);
        assertThat(inks.get(2)).contains(Stroke.Ink.COVERED, Stroke.Ink.CALL);
        assertThat(inks.get(3)).contains(Stroke.Ink.MISPLACED).doesNotContain(Stroke.Ink.COVERED);
    }

    private static List<Stroke.Ink> inks(Drawing drawing, Row row) {
        return drawing.strip(row).strokes().stream().map(Stroke::ink).toList();
    }

    private static double width(Stroke.Words words) {
        return words.text().length() * LETTER;
    }

    private static double left(Stroke.Words words) {
        return words.x()
                - switch (words.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width(words) / 2;
                    case END -> width(words);
                };
    }
}
