package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.auth.TokenIssuer;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * All demo clients while the traffic runs: a virtual thread for each, one HTTP client for all.
 * Making it starts them, closing it sends them away.
 */
final class Crowd implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofMillis(900);

    private final Pace pace;
    private final ExecutorService callbacks =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("demo callback ", 0).factory());
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("demo client ", 0).factory());
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(callbacks)
                    .build();

    Crowd(URI gateway, TokenIssuer tokens, String demoMark, long seed, Pace pace, Witness witness) {
        this.pace = pace;
        var entrance = new Entrance(http, gateway, tokens, demoMark);
        var threads = new ConcurrentHashMap<String, String>();
        var json = new JsonMapper();
        var random = new SplittableRandom(seed);
        var personas = Persona.everybody();
        var users = personas.stream().map(Persona::user).toList();
        for (var persona : personas) {
            var script = new Script(persona, users, random.split());
            clients.execute(
                    new DemoClient(persona, script, entrance, pace, threads, json, witness));
        }
    }

    /** Every client leaves, says good-bye where it can, and nothing of it remains. */
    @Override
    public void close() {
        pace.end();
        clients.shutdownNow();
        try {
            var _ = clients.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
        callbacks.shutdown();
    }
}
