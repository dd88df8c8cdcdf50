package dev.gatescope.console.feed;

/**
 * How the feed is doing, since the console's start.
 *
 * @param received events that came
 * @param droppedByGateway events that the gateway's stream lost, because it was read too slowly
 * @param droppedHere events that came but found this console's inbox full
 */
public record FeedCounts(long received, long droppedByGateway, long droppedHere) {}
