package dev.gatescope.gateway.support;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the admin API of a running gateway. */
public final class Admin {
    private static final JsonMapper JSON = new JsonMapper();

    private Admin() {}

    /** The JSON at a path. */
    public static JsonNode get(RunningGateway running, String path) {
        return JSON.readTree(send(running, HttpRequest.newBuilder(), path).body());
    }

    /** The answer to a request at a path. */
    public static HttpResponse<String> send(
            RunningGateway running, HttpRequest.Builder request, String path) {
        var uri = running.gateway().adminUri().resolve(path);
        try {
            return running.http()
                    .send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
