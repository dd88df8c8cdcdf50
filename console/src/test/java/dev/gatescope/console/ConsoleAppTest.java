package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.admin.AdminAccess;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which of the embedded gateway's tokens the console takes for itself. */
class ConsoleAppTest {
    private static final AdminAccess.Key VIEWER =
            new AdminAccess.Key(new AdminAccess.Person("vic", false), "viewers");
    private static final AdminAccess.Key OPERATOR =
            new AdminAccess.Key(new AdminAccess.Person("ann", true), "operators");

    @Test
    void takesAnOperatorsToken() {
        assertThat(tokenAmong(VIEWER, OPERATOR, VIEWER)).isEqualTo("operators");
    }

    @Test
    void looksOnAsAViewerWhereThereIsNoOperator() {
        assertThat(tokenAmong(VIEWER)).isEqualTo("viewers");
    }

    @Test
    void needsNoneWhereNobodyDoes() {
        assertThat(tokenAmong()).isNull();
    }

    private static @Nullable String tokenAmong(AdminAccess.Key... keys) {
        return ConsoleApp.ownToken(GatewayConfig.builder().adminTokens(List.of(keys)).build());
    }
}
