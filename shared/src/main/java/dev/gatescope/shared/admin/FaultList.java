package dev.gatescope.shared.admin;

import java.util.List;

/**
 * The faults of a gateway, newest first.
 *
 * @param allowed whether new ones are taken now; not after <i>stop all</i> until released
 */
public record FaultList(List<FaultInfo> items, boolean allowed) {}
