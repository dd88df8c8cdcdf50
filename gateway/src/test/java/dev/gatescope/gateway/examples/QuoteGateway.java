package dev.gatescope.gateway.examples;

import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;

import java.util.Map;

/** A gateway with a message type of its own. */
public final class QuoteGateway {
    private QuoteGateway() {}

    /** Serves until Enter is pressed. */
    public static void main(String[] args) throws Exception {
        var config =
                GatewayConfig.builder()
                        .handler(
                                "quote",
                                request -> request.reply("quote_result", Map.of("price", 42)))
                        .build();
        try (var gateway = Gateway.start(config)) {
            System.out.println(gateway.readyLine());
            System.in.read();
        }
    }
}
