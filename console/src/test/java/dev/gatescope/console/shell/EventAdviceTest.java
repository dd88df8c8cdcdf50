package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

class EventAdviceTest {
    @ParameterizedTest
    @EnumSource
    void everyErrorCodeSaysWhatHappenedWhoseSideAndWhatToDo(ErrorCode code) {
        assertThat(EventAdvice.of(event("message.failed", Map.of("code", code.name()))))
                .startsWith(code.name() + ": " + code.advice().what() + ". On the ")
                .endsWith(" side. " + code.advice().todo());
    }

    @ParameterizedTest
    @EnumSource
    void everyCloseCodeDoesToo(CloseCode code) {
        assertThat(EventAdvice.of(event("connection.closed", Map.of("code", code.code()))))
                .startsWith("Code " + code.code() + ": " + code.meaning() + ". On the ")
                .endsWith(" side. " + code.advice().todo());
    }

    @Test
    void anEventWithoutACodeAdvisesNothing() {
        assertThat(EventAdvice.of(event("connection.ready", Map.of()))).isEmpty();
        assertThat(EventAdvice.of(event("message.failed", Map.of("code", "NEW_CODE")))).isEmpty();
    }

    private static Event event(String type, Map<String, Object> data) {
        return new Event(
                "evt_1",
                Samples.NOON,
                type,
                Severity.ERROR,
                null,
                null,
                null,
                null,
                null,
                "It happened.",
                data);
    }
}
