package dev.gatescope.bench.load;

/** What a load does with its connections, beside hearing of them; load thread only. */
interface Script extends ClientListener {

    /** Called between two rounds of events: the place to open connections. */
    void betweenEvents();

    /** Operations since the beginning. */
    long operations();
}
