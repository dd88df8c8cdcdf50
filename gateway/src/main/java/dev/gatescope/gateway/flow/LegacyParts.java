package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.sessions.SessionTable;

/**
 * The worse parts that the legacy flow is made of wherever it is not fixed.
 *
 * @param handlers what becomes of a connection's handler
 * @param sessions how each message type gets its database session
 * @param refusal how a client is refused before it is accepted
 */
public record LegacyParts(HandlerPolicy handlers, SessionTable sessions, RefusalStyle refusal) {
    /** Those with which the flow limped along for weeks: nothing is removed, one call fails. */
    public static LegacyParts usual() {
        return new LegacyParts(
                HandlerPolicy.NEVER_REMOVED, SessionTable.usual(), RefusalStyle.SEND_BEFORE_ACCEPT);
    }
}
