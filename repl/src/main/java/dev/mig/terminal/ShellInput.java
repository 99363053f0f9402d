package dev.mig.terminal;

import dev.mig.command.Migrate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A line of shell input, classified before it is executed. */
sealed interface ShellInput {
    /** A blank line or a comment. */
    record Nothing() implements ShellInput {}

    record Leave() implements ShellInput {}

    /** {@code \?}: shows the help. */
    record Overview() implements ShellInput {}

    /** {@code \x}: toggles the display of rows. */
    record Expand() implements ShellInput {}

    /** A command as the command line takes it, without {@code migrate}. */
    record Command(List<String> words) implements ShellInput {
        public Command {
            words = List.copyOf(words);
        }
    }

    /** First words of statements of the language that are not commands. */
    Set<String> STATEMENTS = Set.of(
            "create", "alter", "drop", "rename", "comment", "insert", "update", "delete", "load", "script", "on",
            "require", "outside", "refresh");

    /** Targets that cannot be anything else. */
    Pattern MOVE = Pattern.compile("([\\w.]+@)?([\\w.]+)?[+-]\\d+|[\\w.]+@[\\w.]+|head|heads|base");

    /** Options before input that is not a command, each with its value. */
    String OPTIONS = "((?:(?:(?:" + String.join("|", Migrate.optionsWithValue()) + ")\\s+\\S+|-\\S+)\\s+)*+)";

    Pattern LEADING = Pattern.compile(OPTIONS);

    /** Options, the command, flags, and the SQL. */
    Pattern RAW_SQL = Pattern.compile("(?is)" + OPTIONS + "sql\\s+((?:--?[a-z][a-z-]*\\s+)*)(?!\"\"\"|\\{)(.+)");

    Pattern STATEMENT = Pattern.compile(
            "(?is)" + OPTIONS + "((?:" + String.join("|", STATEMENTS) + ")\\b.*|sql\\s*(?:\"\"\"|\\{).*)");

    /** A call of {@code op}, as in a revision in JavaScript. */
    Pattern SCRIPT = Pattern.compile("(?s)" + OPTIONS + "(op\\s*\\..*)");

    /**
     * Parses a line, or several that belong together.
     *
     * @param isRevision whether a word that is no command names a revision or a branch
     * @throws dev.mig.source.DiagnosticException if its words cannot be told apart
     */
    static ShellInput of(String line, Set<String> commands, Predicate<String> isRevision) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#") || text.matches("--(\\s.*)?")) {
            return new Nothing();
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "\\q", "quit", "exit" -> {
                return new Leave();
            }
            case "\\?" -> {
                return new Overview();
            }
            case "\\x" -> {
                return new Expand();
            }
            default -> {}
        }
        for (Pattern pattern : List.of(STATEMENT, SCRIPT)) {
            var statement = pattern.matcher(text);
            if (statement.matches()) {
                List<String> words = new ArrayList<>(LineSplitter.of(statement.group(1)));
                words.addAll(List.of("statement", "--", statement.group(2)));
                return new Command(words);
            }
        }
        var sql = RAW_SQL.matcher(text);
        if (sql.matches()) {
            List<String> words = new ArrayList<>(LineSplitter.of(sql.group(1)));
            words.add("sql");
            words.addAll(LineSplitter.of(sql.group(2)));
            words.addAll(List.of("--", sql.group(3)));
            return new Command(words);
        }
        List<String> words = LineSplitter.of(text);
        if (words.size() > 1 && words.getFirst().equals("migrate")) {
            words = words.subList(1, words.size());
        }
        return new Command(isPlace(words, commands, isRevision) ? going(words) : words);
    }

    /** A target alone, or after options. */
    private static boolean isPlace(List<String> words, Set<String> commands, Predicate<String> isRevision) {
        String last = words.getLast();
        if (words.stream().anyMatch(commands::contains)) {
            return false;
        }
        boolean alone = words.size() == 1;
        return (alone && isRevision.test(last))
                || (MOVE.matcher(last).matches() && (alone || words.getFirst().startsWith("-")));
    }

    private static List<String> going(List<String> words) {
        List<String> going = new ArrayList<>(words);
        going.add(words.size() - 1, "go");
        return going;
    }

    /** The input after the options. */
    static String behindOptions(String text) {
        var options = LEADING.matcher(text);
        return options.lookingAt() ? text.substring(options.end()) : text;
    }

    static boolean isStatement(String text) {
        return STATEMENT.matcher(text).matches();
    }

    static boolean isScript(String text) {
        return SCRIPT.matcher(text).matches();
    }

    static boolean isSql(String text) {
        return RAW_SQL.matcher(text).matches();
    }
}
