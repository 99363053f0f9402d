package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.Locale;
import java.util.Set;

/**
 * A delimiter that is never closed: which one, where, and how much text to skip because of it.
 *
 * <p>The lexer only sees that the text ends too early. Of several quotes, the one to blame is rarely the last,
 * because each quote after it has changed its role. The text is therefore scanned again for pairs that look wrong: a
 * string over several lines whose closing quote looks like the opening of the next.
 *
 * @param unreadable from the opening, or from the outermost bracket around it, to where reading can go on
 */
record UnclosedDelimiter(Diagnostic problem, Span unreadable) {
    /** First words of lines that are not SQL. */
    private static final Set<String> OURS = Set.of("sql", "script", "outside", "require", "upgrade", "downgrade");

    /**
     * What is to blame.
     *
     * @param from where nothing is open, at or before the opening that is looked for
     * @param insideTable whether the place lies between the braces of a table, where a line is an item
     */
    static UnclosedDelimiter find(Source source, int from, boolean insideTable) {
        return new Search(source, insideTable).find(from);
    }

    private static final class Search {
        private final Source source;
        private final String text;
        private final boolean insideTable;

        /** The outermost bracket that is open, and how many are; and the first pair that looks wrong. */
        private int bracket = -1;

        private int depth;
        private int suspect = -1;
        private int suspectBracket = -1;

        Search(Source source, boolean insideTable) {
            this.source = source;
            this.text = source.text();
            this.insideTable = insideTable;
        }

        UnclosedDelimiter find(int from) {
            int at = from;
            while (at < text.length()) {
                char c = text.charAt(at);
                int end = at + 1;
                if (c == '(') {
                    bracket = depth++ == 0 ? at : bracket;
                } else if (c == ')') {
                    depth = Math.max(0, depth - 1);
                } else if (text.startsWith("--", at)) {
                    end = endOfLine(at);
                } else if (text.startsWith("/*", at)) {
                    end = after("*/", at + 2);
                } else if (depth == 0 && text.startsWith("\"\"\"", at)) {
                    end = afterTriple(at);
                } else if (c == '\'' || c == '"' || (c == '`' && depth > 0)) {
                    end = afterQuoted(at, c);
                }
                if (end < 0) {
                    return suspect >= 0 && text.startsWith(String.valueOf(c), suspect)
                            ? opening(suspect, suspectBracket)
                            : opening(at, depth > 0 ? bracket : -1);
                }
                at = end;
            }
            return depth > 0 || bracket >= 0
                    ? opening(bracket, bracket)
                    : opening(Math.max(from, Math.min(text.length() - 1, from)), -1);
        }

        private int after(String closing, int from) {
            int found = text.indexOf(closing, from);
            return found < 0 ? -1 : found + closing.length();
        }

        private int afterTriple(int at) {
            int end = after("\"\"\"", at + 3);
            while (end >= 0 && end < text.length() && text.charAt(end) == '"') {
                end++;
            }
            // The text before closing quotes is SQL. A keyword of this language there means that these quotes open.
            if (end >= 0 && suspect < 0) {
                int line = end - 3;
                while (line > at + 3 && text.charAt(line - 1) != '\n') {
                    line--;
                }
                String before = text.substring(line, end - 3).strip().toLowerCase(Locale.ROOT);
                int blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('{'));
                if (Set.of("sql", "script", "as", "reverse").contains(before.substring(blank + 1))
                        && hasLineEnd(at, end)) {
                    suspect = at;
                    suspectBracket = -1;
                }
            }
            return end;
        }

        private int afterQuoted(int at, char quote) {
            int end = at + 1;
            while (end < text.length()) {
                char c = text.charAt(end);
                if (c == quote && (quote == '`' || end + 1 == text.length() || text.charAt(end + 1) != quote)) {
                    note(at, end);
                    return end + 1;
                }
                if (c == '\n' && quote == '"' && depth == 0) {
                    return -1;
                }
                end += c == quote ? 2 : 1;
            }
            return -1;
        }

        /** Remembers the first string over several lines that ends as if another one began there. */
        private void note(int start, int end) {
            if (suspect >= 0 || !hasLineEnd(start, end)) {
                return;
            }
            char before = text.charAt(end - 1);
            char after = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
            if (Character.isLetterOrDigit(after) || before == ' ' || before == '(' || before == ',' || before == '=') {
                suspect = start;
                suspectBracket = depth > 0 ? bracket : -1;
            }
        }

        private UnclosedDelimiter opening(int at, int outermostBracket) {
            int start = outermostBracket >= 0 ? outermostBracket : at;
            char c = text.charAt(at);
            if (text.startsWith("/*", at)) {
                return opening("comment", at, 2, start, text.length(), "*/");
            }
            if (text.startsWith("\"\"\"", at) && outermostBracket < 0) {
                return opening("SQL text", at, 3, start, endOfTriple(at), "\"\"\"");
            }
            return switch (c) {
                case '\'' -> opening("string", at, 1, start, endOfQuoted(at), "'");
                case '"' -> opening("quoted name", at, 1, start, endOfQuoted(at), "\"");
                case '`' -> opening("quoted name", at, 1, start, endOfQuoted(at), "\"");
                default -> opening("bracket", at, 1, start, endOfBracket(at), ")");
            };
        }

        private UnclosedDelimiter opening(String what, int at, int length, int start, int end, String closing) {
            Span place = source.span(at, at + length);
            return new UnclosedDelimiter(
                    Diagnostic.error(
                            Code.UNCLOSED,
                            place,
                            "the " + what + " that opens here is never closed",
                            "close it with " + closing),
                    source.span(start, Math.max(end, at + length)));
        }

        /** The end of the line, without closing braces. */
        private int endOfQuoted(int at) {
            int end = endOfLine(at);
            while (end > at + 1 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '}')) {
                end--;
            }
            return end;
        }

        /** Up to a line that is not SQL, or that closes a block. */
        private int endOfTriple(int at) {
            int indentation = indentation(at);
            for (int line = endOfLine(at) + 1; line < text.length(); line = endOfLine(line) + 1) {
                int first = firstOf(line);
                boolean closes = first < text.length() && text.charAt(first) == '}' && first - line < indentation;
                if (closes || OURS.contains(wordAt(first))) {
                    return line - 1;
                }
            }
            return text.length();
        }

        /** A line of an expression hardly ever begins with such a word, except "on". */
        private static boolean beginsSomething(String word) {
            return Keywords.beginsBlock(word) || (Keywords.beginsStatement(word) && !word.equals("on"));
        }

        /** Up to a brace or a semicolon, or to the end of a line followed by something new. */
        private int endOfBracket(int at) {
            int i = at + 1;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '$' && text.startsWith("${", i)) {
                    i = afterQuoteOnLine(i, '}');
                    continue;
                }
                if (c == '{' || c == '}' || c == ';') {
                    return i;
                }
                if (c == '\n') {
                    int next = firstOf(i + 1);
                    if (insideTable || next == text.length() || beginsSomething(wordAt(next))) {
                        return i;
                    }
                }
                i = c == '\'' || c == '"' ? afterQuoteOnLine(i, c) : i + 1;
            }
            return text.length();
        }

        /** After the closing quote, or at the end of the line if there is none. */
        private int afterQuoteOnLine(int at, char quote) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != '\n') {
                if (text.charAt(end++) == quote) {
                    return end;
                }
            }
            return end;
        }

        private String wordAt(int at) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return text.substring(at, end).toLowerCase(Locale.ROOT);
        }

        private int firstOf(int line) {
            int at = line;
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            return at;
        }

        private int indentation(int at) {
            int start = startOfLine(at);
            return Math.max(0, firstOf(start) - start);
        }

        private boolean hasLineEnd(int from, int to) {
            for (int at = from; at < to; at++) {
                if (text.charAt(at) == '\n') {
                    return true;
                }
            }
            return false;
        }

        private int startOfLine(int at) {
            return text.lastIndexOf('\n', at - 1) + 1;
        }

        private int endOfLine(int at) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
    }
}
