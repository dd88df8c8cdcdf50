package dev.gatescope.gateway.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Clients that do the same, in the same conditions.
 *
 * @param share how many of all clients belong to it, in proportion to the other groups' shares
 * @param condition what the gateway is in while they come
 * @param concurrency how many of them are there at once
 * @param script what each does
 * @param hold where the gateway is made to wait for them, so that a race is certain
 * @param owed what a right gateway owes each of them
 * @param naive a check of the incident report that is made beside the truthful one
 */
public record Group(
        String name,
        int share,
        Condition condition,
        int concurrency,
        ClientScript script,
        @Nullable Hold hold,
        Owed owed,
        @Nullable NaiveCheck naive) {}
