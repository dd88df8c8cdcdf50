package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where a connection came from.
 *
 * @param remoteAddress host and port of the client's end
 * @param client the client's User-Agent
 * @param demo whether it belongs to the gateway's own demo traffic
 */
public record Origin(String remoteAddress, @Nullable String client, boolean demo) {}
