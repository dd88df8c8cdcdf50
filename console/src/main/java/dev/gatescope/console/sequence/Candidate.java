package dev.gatescope.console.sequence;

import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

/** A connection to compare with. */
record Candidate(String id, @Nullable String user, String state) {
    static Candidate of(ConnectionInfo connection) {
        var outcome = connection.outcome();
        return new Candidate(
                connection.id(),
                connection.user(),
                connection.closedAt() == null || outcome == null
                        ? connection.state()
                        : "closed, " + outcome);
    }

    /** How it stands in the list. */
    @Override
    public String toString() {
        return id + " · " + (user == null ? "" : user + " · ") + state;
    }
}
