package dev.gatescope.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a message. */
class MessageFactTest {
    @ParameterizedTest
    @CsvSource({"chat, Refused chat with", "other, Refused a message with"})
    void aMessageOfNoKnownTypeIsAMessage(String kind, String beginning) {
        var fact = new MessageFact.Refused(kind, ErrorCode.UNKNOWN_TYPE, "No such type.");

        assertThat(fact.sentence()).startsWith(beginning);
        assertThat(fact.data()).containsEntry("type", kind);
    }

    @Test
    void oneWaitsAndTwoWait() {
        assertThat(new MessageFact.Queued(5, 1).sentence()).endsWith("; 1 waits.");
        assertThat(new MessageFact.Queued(5, 2).sentence()).endsWith("; 2 wait.");
    }
}
