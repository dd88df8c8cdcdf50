package dev.gatescope.shared.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class SvgTest {
    @ParameterizedTest
    @EnumSource
    void isXmlWithoutScriptsInEveryTheme(Theme theme) throws Exception {
        var svg = Svg.of(Story.legacy().chat().chat().closedByClient().diagram(), theme);

        assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg)
                .doesNotContain("<script")
                .doesNotContain("href")
                .doesNotContainPattern(" on\\w+=");
    }

    @Test
    void showsEveryWordOfTheDiagram() throws Exception {
        var words = texts(parsed(Svg.of(Story.legacy().diagram(), Theme.LIGHT)));

        assertThat(words)
                .contains("Client", "WebSocket", "Router", "Handler", "Agent", "Session")
                .contains("accept", "comes later", "out of order: after authenticate", "missing")
                .contains("registration.failed happened.", "+3 ms");
    }

    @Test
    void textIsNeverMarkup() throws Exception {
        var diagram = new Story().saying("mark.set", "<b>\"&\u0007 😀").diagram();

        assertThat(texts(parsed(Svg.of(diagram, Theme.SYSTEM)))).contains("<b>\"&\uFFFD 😀");
    }

    @Test
    void onlyTheSystemsThemeAsksWhatTheReaderPrefers() {
        var diagram = Story.fixed().diagram();

        assertThat(Svg.of(diagram, Theme.SYSTEM)).contains("prefers-color-scheme");
        assertThat(Svg.of(diagram, Theme.DARK)).doesNotContain("prefers-color-scheme");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        var all = svg.getElementsByTagName("text");
        var texts = new ArrayList<String>();
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(((Element) all.item(i)).getTextContent());
        }
        return texts;
    }
}
