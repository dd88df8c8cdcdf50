package dev.gatescope.gateway;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the programs take their command line: options also from the environment, and for everything
 * that is wrong one line on stderr and exit code 2. What was given is never echoed, since it could
 * be a secret.
 */
public final class CommandLines {
    /** The exit code of whatever keeps a program from starting. */
    public static final int USAGE = 2;

    private static final Pattern GIVEN = Pattern.compile("(?s) \\(default: .*\\)");

    private CommandLines() {}

    /** A command line for this picocli command. */
    public static CommandLine of(Object command) {
        IParameterExceptionHandler wrongParameter =
                (e, _) -> complain(e.getCommandLine(), sentence(e));
        IExecutionExceptionHandler failed =
                (e, line, _) -> complain(line, String.valueOf(e.getMessage()));
        return new CommandLine(command)
                .setDefaultValueProvider(CommandLines::fromEnvironment)
                .setParameterExceptionHandler(wrongParameter)
                .setExecutionExceptionHandler(failed)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int complain(CommandLine line, String sentence) {
        PrintWriter err = line.getErr();
        err.println(sentence);
        err.flush();
        return USAGE;
    }

    private static @Nullable String fromEnvironment(CommandLine.Model.ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || option.usageHelp()
                || option.versionHelp()) {
            return null;
        }
        var name = option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        var value = System.getenv("GATESCOPE_" + name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            var first = unmatched.getUnmatched().getFirst();
            return first.startsWith("-")
                    ? "There is no option " + first.split("=", 2)[0] + "; see --help."
                    : "An argument was given that belongs to no option; see --help.";
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().getFirst() instanceof OptionSpec option) {
            return option.longestName() + " needs a value: " + meaning(option);
        }
        if (e.getArgSpec() instanceof OptionSpec option) {
            return option.longestName() + " takes " + meaning(option);
        }
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("The command line is wrong.");
    }

    /** Without the default: it may come from the environment, and is then what was given. */
    private static String meaning(OptionSpec option) {
        var description = String.join(" ", option.description());
        return option.paramLabel() + ". " + GIVEN.matcher(description).replaceAll("");
    }
}
