package dev.gatescope.bench;

/**
 * How much is measured.
 *
 * @param starts how often all servers are started anew: what a JIT compiler makes of a program
 *     differs from start to start
 * @param rounds samples of each variant per start, in turn with the others
 * @param seconds length of a sample
 * @param warmUpSeconds load before the first sample of each variant and load
 * @param tries how often a sample is taken anew when other programs disturbed it
 */
record Settings(int starts, int rounds, int seconds, int warmUpSeconds, int tries) {}
