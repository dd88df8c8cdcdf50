package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.leaks.Leak;

/** What an operator can make the gateway do. */
public interface Operations {
    /**
     * Closes a connection.
     *
     * @param cause the event that asked for it
     * @return false where it is not open
     */
    boolean close(long connection, int code, String reason, long cause);

    /**
     * Runs another flow from now on.
     *
     * @param cause the event that asked for it
     * @return false where there is no flow of this name
     */
    boolean changeFlow(String name, long cause);

    /**
     * Closes for real what is leaked.
     *
     * @param cause the event that asked for it
     * @return false where it has come back already
     */
    boolean reclaim(Leak.Item item, long cause);

    /** Whether demo traffic runs. */
    boolean demoRuns();

    /** Switches demo traffic on or off. */
    void runDemo(boolean running);
}
