package dev.gatescope.gateway.sessions;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** The database cannot be opened or migrated; the message is one sentence for people. */
public final class DatabaseUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static DatabaseUnavailable because(Exception e) {
        return new DatabaseUnavailable(
                "The database cannot be opened: " + firstLine(sqlCauseOf(e)), e);
    }

    /** H2 repeats the URL, and there may be a password in it. */
    private static String withoutSettings(String message) {
        return message.replaceAll("(jdbc:h2:[^;\"]*);[^\"]*", "$1");
    }

    private static Throwable sqlCauseOf(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return cause;
            }
        }
        return e;
    }

    private static String firstLine(Throwable e) {
        var message = e.getMessage();
        return message == null
                ? e.toString()
                : withoutSettings(message).lines().findFirst().orElse("");
    }
}
