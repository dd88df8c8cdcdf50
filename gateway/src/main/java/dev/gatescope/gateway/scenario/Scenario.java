package dev.gatescope.gateway.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Which clients come to a gateway, in which conditions, and what a right gateway owes each. Plain
 * data, read from a JSON file; nothing in it is left to chance.
 *
 * @param description what it shows, in a sentence or two
 * @param claims which mix was chosen to match which claim of the incident report
 * @param patience how long a client waits for an answer that does not come; nothing else is timed
 * @param clientsPerBlock clients that come before it is the next flow's turn
 * @param mostClients more make no sense, for instance since no gateway lets more wait at once
 * @param shownGroup the index of the group of which one connection is shown step by step
 * @param groups kinds of clients; in each block one group comes after the other
 */
public record Scenario(
        String name,
        String description,
        List<Claim> claims,
        Duration patience,
        int clientsPerBlock,
        int mostClients,
        ServerSettings server,
        int shownGroup,
        List<Group> groups) {

    public Scenario {
        claims = List.copyOf(claims);
        groups = List.copyOf(groups);
    }

    /**
     * A claim of the incident report, and the mix that was chosen to match it.
     *
     * @param figure {@code connection_success} or {@code routing_success}
     * @param before what the report claims of the time before its fixes, such as {@code ~85 %}
     */
    public record Claim(String figure, String before, String mix) {}
}
