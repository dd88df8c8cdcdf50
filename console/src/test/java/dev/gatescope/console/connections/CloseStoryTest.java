package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Lives;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.List;

class CloseStoryTest {
    private static final Lives LEGACY = Lives.legacy("conn_00000000000a", Samples.NOON);

    @Test
    void aClosedConnectionSaysWhoseSideItIsOnAndWhatToDo() {
        assertThat(CloseStory.advice(closed(1006, "")))
                .isEqualTo("On the network’s side. " + CloseCode.ABNORMAL.advice().todo());
    }

    @Test
    void aReasonThatIsAnErrorCodeSaysMoreThanTheCloseCode() {
        assertThat(CloseStory.advice(closed(1008, "TOKEN_EXPIRED")))
                .endsWith(ErrorCode.TOKEN_EXPIRED.advice().todo());
    }

    @Test
    void whatFailedAsAWholeIsToldByItsEnd() {
        var failed = Lives.legacy("conn_1", Samples.NOON).closed(1011, "gateway", "").failed();
        var timeline = failed.timeline();

        assertThat(timeline).isNotNull();
        assertThat(Facts.failure(failed)).isEqualTo(timeline.getLast().id());
        assertThat(Facts.failure(LEGACY.connection())).isEmpty();
        assertThat(Facts.failure(failed.withTimeline(List.of()))).isEmpty();
    }

    private static ConnectionInfo closed(int code, String reason) {
        return Lives.legacy("conn_1", Samples.NOON).closed(code, "gateway", reason).failed();
    }
}
