package dev.gatescope.console;

import dev.gatescope.gateway.GatewayConfig;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** Which gateway the console watches. */
sealed interface Target {
    /** One of its own, in the same process. */
    record Embedded(GatewayConfig config) implements Target {}

    /**
     * One that runs already.
     *
     * @param admin the URL of its admin port
     */
    record Attached(URI admin, @Nullable String token) implements Target {
        @Override
        public String toString() {
            return admin.toString();
        }
    }
}
