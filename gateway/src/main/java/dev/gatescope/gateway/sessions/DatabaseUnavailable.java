package dev.gatescope.gateway.sessions;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** The database cannot be opened or migrated; the message is one sentence for people. */
public final class DatabaseUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Shorter values are no secrets, and parts of every sentence. */
    private static final int LEAST_SECRET = 3;

    private static final Pattern SETTINGS = Pattern.compile("(jdbc:h2:[^;\"]*);[^\"]*");

    DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What H2 says of it, without the settings of its URL: a password may be among them. */
    static DatabaseUnavailable because(Exception e, String url) {
        var said = firstLine(sqlCauseOf(e));
        var settings = url.indexOf(';');
        if (settings >= 0) {
            said = SETTINGS.matcher(said).replaceAll("$1");
            for (var setting : url.substring(settings + 1).split(";", -1)) {
                var value = setting.substring(setting.indexOf('=') + 1);
                said = value.length() < LEAST_SECRET ? said : said.replace(value, "…");
            }
        }
        return new DatabaseUnavailable("The database cannot be opened: " + said, e);
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
        return message == null ? e.toString() : message.lines().findFirst().orElse("");
    }
}
