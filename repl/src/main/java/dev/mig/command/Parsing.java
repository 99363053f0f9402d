package dev.mig.command;

import dev.mig.project.UsageError;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs picocli and reports its errors in this program's own words. */
final class Parsing {
    private Parsing() {}

    /** Sets the declared options and arguments. */
    static void parse(Words words, List<String> typed) {
        CommandLine parser = new CommandLine(words.spec());
        // "branch@head" and "@" are ordinary words here, not argument files.
        parser.setExpandAtFiles(false);
        parser.setOverwrittenOptionsAllowed(true);
        try {
            parser.parseArgs(typed.toArray(String[]::new));
        } catch (UnmatchedArgumentException unmatched) {
            throw unmatched(words, unmatched.getUnmatched());
        } catch (MissingParameterException missing) {
            throw missing(words, missing);
        } catch (ParameterException wrong) {
            if (wrong.getCause() instanceof DiagnosticException said) {
                throw said;
            }
            throw UsageError.words(
                    lowerFirst(String.valueOf(wrong.getMessage())).replaceFirst("option '([^']*)'", "option \"$1\""),
                    help(words));
        }
    }

    static boolean isHelp(String word) {
        return word.equals("-h") || word.equals("--help");
    }

    static DiagnosticException unknownCommand(String name, List<String> known) {
        List<String> hints = new ArrayList<>();
        if (name.matches("\\+\\d+")) {
            return UsageError.words("a step needs a command before it", "migrate upgrade " + name);
        }
        CommandHints.command(name)
                .ifPresentOrElse(
                        hints::add,
                        () -> Suggestions.nearest(name, known, 3)
                                .forEach(near -> hints.add("did you mean \"migrate " + near + "\"?")));
        hints.add("migrate help");
        return UsageError.of(
                Code.COMMAND_UNKNOWN, "there is no command \"" + name + "\"", hints.toArray(String[]::new));
    }

    private static DiagnosticException unmatched(Words words, List<String> unmatched) {
        String first = unmatched.getFirst();
        if (words.name().isEmpty() && first.matches("-\\d+")) {
            return UsageError.words("a step needs a command before it", "migrate downgrade " + first);
        }
        if (!first.startsWith("-") || first.length() < 2 || Character.isDigit(first.charAt(1))) {
            return UsageError.words(name(words) + " does not take the word \"" + first + "\"", help(words));
        }
        String name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        List<String> hints = new ArrayList<>();
        Optional<String> habit = CommandHints.option(name);
        habit.ifPresent(hints::add);
        if (name.length() > 2 && habit.isEmpty()) {
            Suggestions.nearest(name, words.spec().optionsMap().keySet(), 3)
                    .forEach(it -> hints.add("did you mean \"" + it + "\"?"));
        }
        hints.add(help(words));
        return UsageError.of(
                Code.OPTION_UNKNOWN, name(words) + " has no option \"" + name + "\"", hints.toArray(String[]::new));
    }

    private static DiagnosticException missing(Words words, MissingParameterException missing) {
        ArgSpec first = missing.getMissing().getFirst();
        String name = first.isOption()
                ? "a value for \"" + ((CommandLine.Model.OptionSpec) first).longestName() + "\""
                : first.paramLabel();
        return UsageError.words(name(words) + " needs " + name, help(words));
    }

    private static String name(Words words) {
        return words.name().isEmpty() ? "migrate" : "\"" + words.name() + "\"";
    }

    private static String help(Words words) {
        return words.name().isEmpty() ? "migrate help" : "migrate help " + words.name();
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
