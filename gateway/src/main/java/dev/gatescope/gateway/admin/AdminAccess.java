package dev.gatescope.gateway.admin;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/**
 * Who may use the admin port. Where no tokens are set, everybody who can reach it is an operator.
 */
public final class AdminAccess {
    /**
     * Somebody who may use it.
     *
     * @param label the <em>who</em> in the journal
     */
    public record Person(String label, boolean operator) {
        /**
         * Returns where this person may command.
         *
         * @throws AdminProblem 403 where not
         */
        void mustCommand() throws AdminProblem {
            if (!operator) {
                throw AdminProblem.of(
                        403, "A viewer may not do this; it takes an operator's token.");
            }
        }

        String role() {
            return operator ? "operator" : "viewer";
        }
    }

    /** A token and whose it is. */
    public record Key(Person person, String token) {
        @Override
        public String toString() {
            return person.label();
        }
    }

    private static final Person LOCAL = new Person("local", true);
    private final List<Key> keys;

    public AdminAccess(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Who sent this Authorization header.
     *
     * @throws AdminProblem 401 where that is nobody
     */
    public Person identify(@Nullable String authorization) throws AdminProblem {
        if (keys.isEmpty()) {
            return LOCAL;
        }
        var presented = bearer(authorization).getBytes(StandardCharsets.UTF_8);
        Person found = null;
        for (var key : keys) {
            if (MessageDigest.isEqual(presented, key.token().getBytes(StandardCharsets.UTF_8))) {
                found = key.person();
            }
        }
        if (found == null) {
            throw AdminProblem.of(
                    401, "Send a token of this gateway as \"Authorization: Bearer TOKEN\".");
        }
        return found;
    }

    private static String bearer(@Nullable String authorization) {
        var scheme = "bearer ";
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(scheme)
                ? authorization.substring(scheme.length()).strip()
                : "";
    }
}
