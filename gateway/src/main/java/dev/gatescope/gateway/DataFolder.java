package dev.gatescope.gateway;

import java.nio.file.Path;
import java.util.Locale;

/** Where this user's programs keep their data, as each system wants it. */
final class DataFolder {
    private DataFolder() {}

    /** The JDBC URL of the database that is used where nothing is said. */
    static String databaseUrl() {
        return "jdbc:h2:file:" + folder().resolve("gatescope").resolve("gateway").toAbsolutePath();
    }

    private static Path folder() {
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            var local = System.getenv("LOCALAPPDATA");
            return local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        var data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isBlank()
                ? home.resolve(".local").resolve("share")
                : Path.of(data);
    }
}
