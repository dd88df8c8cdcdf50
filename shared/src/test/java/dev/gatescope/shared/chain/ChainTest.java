package dev.gatescope.shared.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ChainTest {
    @Test
    void eachLineKnowsWhatItHangsOnAndWhatFollows() {
        var lines = Chain.of(Answers.twoRoots()).lines();

        assertThat(lines).extracting(Chain.Line::depth).containsExactly(0, 1, 2, 1, 2);
        assertThat(lines)
                .extracting(Chain.Line::link)
                .containsExactly("", "because", "because", "and because", "because");
        assertThat(lines)
                .extracting(Chain.Line::rails)
                .containsExactly(
                        List.of(),
                        List.of(true),
                        List.of(true, false),
                        List.of(false),
                        List.of(false, false));
    }

    @Test
    void twoRootsAreTwo() {
        var chain = Chain.of(Answers.twoRoots());

        assertThat(chain.ends())
                .extracting(line -> line.root().orElseThrow())
                .containsExactly(RootKind.FAULT, RootKind.FLOW);
        assertThat(chain.summary()).isEqualTo("2 roots.");
    }

    @Test
    void whereTheRecordEndsNoRootIsClaimed() {
        assertThat(Chain.of(Answers.cut()).summary()).isEqualTo("The record ends before a root.");
    }

    @Test
    void aRootOfAKindNotKnownHereIsStillARoot() {
        assertThat(RootKind.of("weather")).contains(RootKind.OTHER);
        assertThat(RootKind.of("")).isEmpty();
    }

    @Test
    void textIsIndentedByDepthAndNamesReceipts() {
        assertThat(ChainText.of(Chain.of(Answers.twoRoots())))
                .isEqualTo(
                        """
                        Routing failed: no handler took chat.
                          2026-03-01T12:00:00.005Z · router · conn_00000000000a · evt_0000000000000005
                          evidence: type chat; "raw"
                          because: No handler was registered.
                            2026-03-01T12:00:00.004Z · registration · evt_0000000000000004
                            because: ann injected the fault <late>.
                              2026-03-01T12:00:00.003Z · faults · evt_0000000000000003
                              Root: an injected fault, receipt fault_000000000001
                          and because: Nothing waited for the start.
                            2026-03-01T12:00:00.002Z · flow · evt_0000000000000002
                            because: Flow legacy has no startup gate.
                              2026-03-01T12:00:00.001Z · flow · evt_0000000000000001
                              Root: the flow
                        Active meanwhile: clock-ahead fault_000000000009.
                        2 roots.
                        """);
    }

    @Test
    void markdownIsAListWhoseWordsAreNoMarkup() {
        assertThat(ChainMarkdown.of(Chain.of(Answers.twoRoots())))
                .startsWith(
                        """
                        - **Routing failed: no handler took chat.**
                          - 2026-03-01T12:00:00.005Z · router · conn\\_00000000000a · evt\\_0000000000000005
                          - evidence: type chat; "raw"
                          - because **No handler was registered.**
                            - 2026-03-01T12:00:00.004Z · registration · evt\\_0000000000000004
                            - because **ann injected the fault \\<late\\>.** — Root: an injected fault, receipt fault\\_000000000001
                        """)
                .endsWith("Active meanwhile: clock-ahead fault\\_000000000009.\n\n2 roots.\n");
    }

    @Test
    void whatAGatewayMarksAsCodeIsCodeInMarkdownAndQuotedElsewhere() {
        assertThat(Chain.plain("No handler took `chat` of `a_b`"))
                .isEqualTo("No handler took “chat” of “a_b”");
        assertThat(ChainMarkdown.sentence("No *handler* took `chat_1`"))
                .isEqualTo("No \\*handler\\* took `chat_1`");
        assertThat(ChainMarkdown.sentence("a ` alone")).isEqualTo("a \\` alone");
    }

    @Test
    void mermaidShowsEachRootInItsShape() {
        assertThat(ChainMermaid.of(Chain.of(Answers.twoRoots())))
                .isEqualTo(
                        """
                        flowchart TD
                            s0["Routing failed: no handler took chat.<br/>type chat#59; #quot;raw#quot;"]
                            s1["No handler was registered."]
                            s0 -->|because| s1
                            s2{{"ann injected the fault #lt;late#gt;.<br/>Root: an injected fault, receipt fault_000000000001"}}
                            s1 -->|because| s2
                            s3["Nothing waited for the start."]
                            s0 -->|because| s3
                            s4(["Flow legacy has no startup gate.<br/>Root: the flow"])
                            s3 -->|because| s4
                            meanwhile>"Active meanwhile: clock-ahead fault_000000000009"]
                        """);
        assertThat(ChainMermaid.of(Chain.of(Answers.cut())))
                .contains("s0[/\"Routing failed.<br/>The record ends here\"/]");
    }
}
