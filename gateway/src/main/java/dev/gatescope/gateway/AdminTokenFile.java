package dev.gatescope.gateway;

import dev.gatescope.gateway.admin.AdminAccess;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The file with lines {@code LABEL ROLE TOKEN} that says who may use the admin port. */
final class AdminTokenFile {
    private AdminTokenFile() {}

    static List<AdminAccess.Key> read(String option, @Nullable String file) throws InvalidOption {
        if (file == null) {
            return List.of();
        }
        var tokens = new ArrayList<AdminAccess.Key>();
        var text = new String(OptionFile.bytes(option, file), StandardCharsets.UTF_8);
        var seen = new HashSet<String>();
        var number = 0;
        for (var line : withoutMark(text).lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                var key = token(option, line, number);
                if (!seen.add(key.token())) {
                    throw new InvalidOption(
                            option + "'s line " + number + " repeats the token of another line.");
                }
                tokens.add(key);
            }
        }
        if (tokens.isEmpty()) {
            throw new InvalidOption(option + "'s file names nobody: add a line LABEL ROLE TOKEN.");
        }
        return tokens;
    }

    /** Some editors begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static AdminAccess.Key token(String option, String line, int number)
            throws InvalidOption {
        var words = line.split("\\s+", -1);
        if (words.length != 3 || !(words[1].equals("viewer") || words[1].equals("operator"))) {
            throw new InvalidOption(
                    option
                            + "'s line "
                            + number
                            + " must be LABEL ROLE TOKEN, with the role viewer or operator.");
        }
        return new AdminAccess.Key(
                new AdminAccess.Person(words[0], words[1].equals("operator")), words[2]);
    }
}
