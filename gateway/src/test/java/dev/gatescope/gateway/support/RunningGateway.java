package dev.gatescope.gateway.support;

import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.shared.admin.Snapshot;

import java.net.http.HttpClient;

/**
 * A gateway for one test, with the check that nothing is left behind: when it closes, every
 * handler, session and connection must have been given back.
 */
public final class RunningGateway implements AutoCloseable {
    private final Gateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A gateway that serves. */
    public static RunningGateway start(GatewayConfigBuilder config)
            throws GatewayStartException, InterruptedException {
        return new RunningGateway(Gateway.start(config.build()));
    }

    /** A gateway that the test starts itself. */
    public static RunningGateway of(Gateway gateway) {
        return new RunningGateway(gateway);
    }

    public Gateway gateway() {
        return gateway;
    }

    public HttpClient http() {
        return http;
    }

    /** A client that is connected; the welcome has still to come. */
    public Client connect() {
        return Client.connect(http, gateway.clientUri());
    }

    /** A client that has heard the welcome. */
    public Client ready() throws InterruptedException {
        var client = connect();
        client.hear("connection_established");
        return client;
    }

    public Snapshot figures() {
        return gateway.snapshot(true);
    }

    /** Waits until no database session is open, nor leaked. */
    public void awaitNoSession() {
        Eventually.until(
                () -> "no session: " + figures().sessions(),
                () -> figures().sessions().open() == 0 && figures().sessions().leaked() == 0);
    }

    /** Waits until no connection is open, and everything that they held is back. */
    public void awaitNothingHeld() {
        Eventually.until(
                () -> "nothing held: " + figures(),
                () -> {
                    var now = figures();
                    return now.connections().active() == 0
                            && now.handlers().registered() == 0
                            && now.handlers().leaked() == 0
                            && now.sessions().open() == 0
                            && now.sessions().leaked() == 0;
                });
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            awaitNothingHeld();
        } finally {
            gateway.close();
        }
    }
}
