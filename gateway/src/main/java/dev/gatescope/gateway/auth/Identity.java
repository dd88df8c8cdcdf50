package dev.gatescope.gateway.auth;

/**
 * Who a client is.
 *
 * @param user the token's subject
 * @param source where the token came from: {@code header}, {@code subprotocol}, {@code frame}, or
 *     {@code none} where development lets somebody in without one
 */
public record Identity(String user, String source) {}
