package dev.gatescope.shared.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MermaidTest {
    @Test
    void arrowsNotesAndGhostsAreMermaidsOwn() {
        assertThat(Mermaid.of(Story.legacy().closedByClient().diagram()))
                .startsWith(
                        """
                        sequenceDiagram
                            participant Client
                            participant WebSocket
                            participant Router
                            participant Handler
                            participant Agent
                            participant Session
                            Client->>WebSocket: Connect (+0 ms)
                            Note over WebSocket,Client: comes later: accept
                            WebSocket->>WebSocket: authenticate alice by header (+1 ms)
                            WebSocket-->>Client: accept (+2 ms, out of order: after authenticate)
                            Note over WebSocket: missing: wait for startup
                            Note over WebSocket,Router: missing: register
                            Note over Router: ERROR: registration.failed happened. (+3 ms)
                            WebSocket-->>Client: welcome (+4 ms)
                        """);
    }

    @Test
    void wordsCannotEndALineOrBecomeMarkup() {
        var diagram = new Story().saying("mark.set", "a;b\nend <img> #1 %% &").diagram();

        assertThat(Mermaid.of(diagram))
                .contains(
                        "Note over WebSocket: a#59;b end #lt;img#gt; #35;1 #37;#37; #amp; (+0 ms)");
    }
}
