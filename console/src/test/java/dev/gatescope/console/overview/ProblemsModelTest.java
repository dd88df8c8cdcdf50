package dev.gatescope.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.shared.admin.ProblemInfo;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ProblemsModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final ProblemsModel model = new ProblemsModel(gateway, new Feed(), pulse, clock);

    @Test
    void whatGoesOnComesFirstTheNewestAtTheTop() {
        look();

        assertThat(ids()).containsExactly("problem_3", "problem_1", "problem_2", "problem_4");
    }

    @Test
    void nothingMovesWhileItIsHeld() {
        look();
        model.hold(true);
        var reversed = new ArrayList<>(gateway.diagnosis.problems).reversed();
        gateway.diagnosis.problems.clear();
        gateway.diagnosis.problems.addAll(reversed.subList(1, 4));
        gateway.diagnosis.problems.add(over(gateway.diagnosis.problems.getFirst()));
        gateway.diagnosis.problems.removeFirst();

        again();
        assertThat(ids()).startsWith("problem_3", "problem_1").hasSize(3);

        model.hold(false);
        assertThat(ids()).containsExactly("problem_1", "problem_2", "problem_3");
    }

    @Test
    void theGatewayIsAskedEveryTwoSecondsAndOnlyWhileSomebodyLooks() {
        look();
        clock.advance(Duration.ofSeconds(1));
        pulse.beat();
        assertThat(gateway.asked).hasSize(1);

        again();
        assertThat(gateway.asked).hasSize(2);

        model.watch(false);
        again();
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void aTicketHasAllThatSomebodyElsewhereNeeds() {
        gateway.diagnosis.whys.put("evt_0000000000000005", Troubles.why());
        look();
        model.onSnapshot(Traffic.at(Samples.NOON));

        assertThat(written(Ticket.Form.TEXT))
                .startsWith(
                        "412 failed messages, 87 users, since 11:52: the thread service is"
                                + " missing\n\n")
                .contains(
                        "Gateway:        gw-1, development, flow fixed, version 1.0.0\n",
                        "Written:        2026-03-01T12:00:00Z\n",
                        "Trend:          rising, 83 in the last minute\n",
                        "Whose side:     the gateway’s\n",
                        "Handlers:       285 registered, 0 leaked\n",
                        "  Routing failed: no handler took “chat”.\n",
                        "      Root: the flow\n");
        assertThat(written(Ticket.Form.MARKDOWN))
                .startsWith("### 412 failed messages")
                .contains("| Gateway | gw-1, development, flow fixed, version 1.0.0 |\n")
                .contains("#### Why its newest error happened\n\n- **Routing failed");
        assertThat(model.notice().get()).isEqualTo("Copied as Markdown.");
    }

    @Test
    void withoutAChainTheTicketSaysSo() {
        look();

        assertThat(written(Ticket.Form.TEXT)).endsWith("  The gateway did not say.\n");
        assertThat(model.notice().get()).contains("without the chain");
    }

    @Test
    void aGatewayThatCannotGroupIsNotAsked() {
        model.onLink(Samples.liveWithoutCapabilities());
        model.watch(true);
        pulse.beat();

        assertThat(gateway.asked).isEmpty();
        assertThat(model.nothing().get()).isEqualTo(ProblemsModel.Emptiness.NOT_OFFERED);
    }

    private void look() {
        gateway.diagnosis.problems.addAll(Troubles.problems());
        model.onLink(Samples.live());
        model.watch(true);
        pulse.beat();
    }

    private void again() {
        clock.advance(Duration.ofSeconds(2));
        pulse.beat();
        pulse.beat();
    }

    private List<String> ids() {
        return model.problems().stream().map(ProblemInfo::id).toList();
    }

    private String written(Ticket.Form form) {
        var copied = new StringBuilder();
        model.write(Troubles.problems().getFirst(), form, copied::append);
        pulse.beat();
        return copied.toString();
    }

    private static ProblemInfo over(ProblemInfo problem) {
        return new ProblemInfo(
                problem.id(),
                problem.sentence(),
                problem.symptom(),
                problem.title(),
                problem.root(),
                problem.side(),
                problem.fault(),
                problem.count(),
                problem.users(),
                problem.connections(),
                problem.first(),
                problem.last(),
                ProblemInfo.OVER,
                0,
                problem.example(),
                problem.what(),
                problem.todo());
    }
}
