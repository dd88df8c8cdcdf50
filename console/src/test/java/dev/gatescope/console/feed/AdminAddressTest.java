package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.concurrent.CompletionException;

class AdminAddressTest {
    private static final String TOKEN = "a-token-that-must-not-be-told";

    private final AdminAddress address =
            new AdminAddress(URI.create("https://gateway.example:8026//"), TOKEN);

    @Test
    void findsTheApiBelowTheUrlThatWasGiven() {
        assertThat(address.http("/events", Map.of("user", "a&b c")))
                .hasToString("https://gateway.example:8026/api/v1/events?user=a%26b+c");
        assertThat(address.webSocket("/stream", Map.of()))
                .hasToString("wss://gateway.example:8026/api/v1/stream");
    }

    @Test
    void presentsTheTokenAndNeverTellsIt() {
        assertThat(address.authorization()).contains("Bearer " + TOKEN);
        assertThat(address.whyStatus(401)).contains("--token").doesNotContain(TOKEN);
        assertThat(address).asString().doesNotContain(TOKEN);
    }

    @Test
    void whoPresentsNoneIsToldHow() {
        var bare = new AdminAddress(URI.create("http://127.0.0.1:8026"), null);

        assertThat(bare.authorization()).isEmpty();
        assertThat(bare.whyStatus(401)).contains("wants a token", "--token FILE");
    }

    @Test
    void saysWhatToDoWhenNothingAnswers() {
        assertThat(address.whyUnreachable(new CompletionException(new ConnectException())))
                .contains("Nothing answers at https://gateway.example:8026.");
        var unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());
        assertThat(address.whyUnreachable(unknown)).contains("not known. Check the URL.");
        assertThat(address.whyUnreachable(new HttpTimeoutException("late")))
                .contains("does not answer in time");
        assertThat(address.whyUnreachable(null)).contains("broke");
        assertThat(address.whyStatus(404)).contains("no Gatescope admin API");
    }
}
