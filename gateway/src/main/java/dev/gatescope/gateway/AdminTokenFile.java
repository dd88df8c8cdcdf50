package dev.gatescope.gateway;

import dev.gatescope.gateway.admin.AdminAccess;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                tokens.add(token(option, line.strip(), number));
            }
        }
        if (tokens.isEmpty()) {
            throw new InvalidOption(option + "'s file names nobody: add a line LABEL ROLE TOKEN.");
        }
        return tokens;
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
