package dev.gatescope.bench.load;

import org.jspecify.annotations.Nullable;

/** What a load hears of its connections; called on the load thread, which is the only one. */
interface ClientListener {

    /** The connection may be used: upgraded and, where the server greets, welcomed. */
    void onReady(Client client);

    /** The right answer to the oldest open question came, this long after the question was sent. */
    void onAnswer(Client client, long nanos);

    /** All that had arrived was taken, with this many answers; the moment to send more at once. */
    void onBatch(Client client, int answers);

    /** The connection is over: as agreed, or with a problem. */
    void onGone(Client client, @Nullable String problem);
}
