package dev.gatescope.console.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.chain.Chain;

import org.junit.jupiter.api.Test;

import java.util.List;

class WhyModelTest {
    private static final String ERROR = "evt_0000000000000005";

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final WhyModel model = new WhyModel(gateway, new Feed(), pulse);

    @Test
    void whatIsAskedIsShownWithTheNextBeat() {
        gateway.diagnosis.whys.put(ERROR, Troubles.why());
        model.onLink(Samples.live());

        model.ask(ERROR);
        assertThat(model.chain().get()).isNull();
        pulse.beat();

        assertThat(model.chain().get()).isEqualTo(Chain.of(Troubles.why()));
    }

    @Test
    void anAnswerAboutAnotherEventComesTooLate() {
        gateway.diagnosis.whys.put(ERROR, Troubles.why());
        gateway.diagnosis.whys.put("evt_0000000000000006", Troubles.cut());
        model.onLink(Samples.live());

        model.ask(ERROR);
        model.ask("evt_0000000000000006");
        pulse.beat();

        assertThat(model.chain().get()).isEqualTo(Chain.of(Troubles.cut()));
    }

    @Test
    void whyThereIsNoChainIsSaid() {
        model.onLink(Samples.live());
        model.ask(ERROR);
        pulse.beat();
        assertThat(model.nothing().get().how()).isEqualTo("There is no event " + ERROR + ".");

        gateway.diagnosis.whys.put(
                ERROR, new Why(List.of(), List.of(), false, List.of(), List.of()));
        model.ask(ERROR);
        pulse.beat();
        assertThat(model.nothing().get()).isEqualTo(WhyModel.Emptiness.NO_STEP);
    }

    @Test
    void aGatewayThatCannotSayIsNotAsked() {
        model.onLink(Samples.liveWithoutCapabilities());

        model.ask(ERROR);

        assertThat(gateway.asked).isEmpty();
        assertThat(model.nothing().get()).isEqualTo(WhyModel.Emptiness.NOT_OFFERED);
    }
}
