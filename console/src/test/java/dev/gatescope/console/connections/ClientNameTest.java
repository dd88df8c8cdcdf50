package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNameTest {
    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0, Firefox 140",
        "Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML) Chrome/141.0.0.0 Safari/537.36, Chrome 141",
        "Mozilla/5.0 (Win) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0, Edge 141",
        "Mozilla/5.0 (Mac) AppleWebKit/605.1 Version/26.0 Safari/605.1.15, Safari 26",
        "AcmeChat/4.2 (iPhone; iOS 26.0) CFNetwork/3826, AcmeChat 4.2",
        "curl/8.9, curl 8.9",
        "my own client, my own client",
    })
    void isAWordAndAVersion(String userAgent, String name) {
        assertThat(ClientName.of(userAgent)).isEqualTo(name);
    }

    @Test
    void isEmptyWhereNoneWasSent() {
        assertThat(ClientName.of(null)).isEmpty();
    }
}
