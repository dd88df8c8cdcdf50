package dev.gatescope.shared.admin;

import java.time.Instant;
import java.util.List;

/**
 * Who a gateway is and what it can do.
 *
 * @param version the product's version
 * @param api the version of this API
 * @param role what the asking token may do: {@code viewer} or {@code operator}
 * @param capabilities the parts of the API that this gateway offers; see {@link Capability}
 */
public record ServerInfo(
        String version,
        int api,
        String name,
        String env,
        String flow,
        String role,
        Instant startedAt,
        Instant time,
        List<String> capabilities) {}
