package dev.mig.files.config;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: {@code NAME=value} lines with {@code export}, comments and both kinds of quotes, as in shells
 * and other readers of this format. Nothing is expanded: {@code $} is an ordinary character.
 */
final class DotEnv {
    static final String NAME = ".env";

    private static final Pattern ASSIGNMENT =
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \\t]*=[ \\t]*");
    private static final Pattern NOTHING =
            Pattern.compile("[ \\t]*(?:#[^\\n]*|export[ \\t]+[A-Za-z_][A-Za-z0-9_ \\t]*)?(?=\\n|\\z)");
    private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?:#[^\\n]*)?(?=\\n|\\z)");

    /** A value and the line that it begins on, from 1. */
    record Entry(String value, int line) {}

    private final Source veiled;
    private final String text;
    private final List<Diagnostic> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private DotEnv(Source source, List<Diagnostic> problems) {
        this.veiled = SecretMask.overDotEnv(source);
        this.text = source.text();
        this.problems = problems;
    }

    /** By name, the last one winning. */
    static Map<String, Entry> parse(Source source, List<Diagnostic> problems) {
        DotEnv file = new DotEnv(source, problems);
        for (int at = 0; at < file.text.length(); ) {
            at = file.line(at) + 1;
        }
        return file.entries;
    }

    /** Reads what begins at the start of a line and returns the offset of the line end after it. */
    private int line(int start) {
        if (NOTHING.matcher(text).region(start, text.length()).lookingAt()) {
            return endOfLine(start);
        }
        Matcher assignment = ASSIGNMENT.matcher(text).region(start, text.length());
        if (!assignment.lookingAt()) {
            problem(start, endOfLine(start), "this line is no NAME=value", "begin a comment with \"#\"");
            return endOfLine(start);
        }
        String name = assignment.group(1);
        int at = assignment.end();
        if (at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0) {
            return quoted(start, name, at);
        }
        int end = endOfLine(at);
        entries.put(name, new Entry(withoutComment(text.substring(at, end)), veiled.line(start)));
        return end;
    }

    private int quoted(int start, String name, int open) {
        char quote = text.charAt(open);
        StringBuilder value = new StringBuilder();
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                value.append(
                        switch (text.charAt(at)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> text.charAt(at);
                        });
            } else {
                value.append(text.charAt(at));
            }
            at++;
        }
        if (at >= text.length()) {
            problem(open, open + 1, "this quote is not closed", "close it with another " + quote);
            return endOfLine(start);
        }
        int end = endOfLine(at + 1);
        if (!REST_OF_LINE.matcher(text).region(at + 1, text.length()).lookingAt()) {
            problem(
                    at + 1,
                    end,
                    "something follows the closing quote",
                    "put the whole value in quotes, or begin a comment with \"#\"");
        }
        entries.put(name, new Entry(value.toString(), veiled.line(start)));
        return end;
    }

    /** A comment needs a blank before {@code #}: {@code pass#word} is a value. */
    private static String withoutComment(String value) {
        return value.replaceFirst("(^|[ \\t])#.*", "").strip();
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void problem(int start, int end, String message, String hint) {
        problems.add(Diagnostic.error(Code.DOTENV_SYNTAX, veiled.span(start, end), message, hint));
    }
}
