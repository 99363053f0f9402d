package dev.mig.script;

import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into statements by the rules of a database's SQL: at semicolons outside strings, quoted names,
 * comments, dollar quotes and bodies of stored programs.
 *
 * <p>Nothing is rewritten. Comments between statements are dropped, those inside a statement stay.
 */
public final class SqlSplitter {
    /**
     * @param sql without the delimiter, the blanks and the comments around it
     * @param span where it stands
     * @param unclosed null, or what was opened inside it and never closed; then it is the last piece
     */
    public record Piece(String sql, Span span, @Nullable String unclosed) {}

    private final Source source;
    private final String text;
    private final SqlLexicon lexicon;
    private final List<Piece> pieces = new ArrayList<>();
    private String delimiter = ";";
    private int at;

    private SqlSplitter(Source source, SqlLexicon lexicon) {
        this.source = source;
        this.text = source.text();
        this.lexicon = lexicon;
    }

    public static List<Piece> split(Source script, SqlLexicon lexicon) {
        SqlSplitter splitter = new SqlSplitter(script, lexicon);
        splitter.run();
        return splitter.pieces;
    }

    /** The first word of a statement in lower case, past comments; empty where it begins with something else. */
    static String firstWord(String sql) {
        int start = 0;
        while (start < sql.length()) {
            char here = sql.charAt(start);
            if (Character.isWhitespace(here) || here == '(') {
                start++;
            } else if (sql.startsWith("--", start)) {
                start = orEnd(sql, sql.indexOf('\n', start));
            } else if (sql.startsWith("/*", start)) {
                int end = sql.indexOf("*/", start + 2);
                start = end < 0 ? sql.length() : end + 2;
            } else {
                break;
            }
        }
        int end = start;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return sql.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private void run() {
        while (at < text.length()) {
            skipBetween();
            if (at < text.length() && !delimiterCommand()) {
                statement();
            }
        }
    }

    /** Blanks, comments and empty statements. */
    private void skipBetween() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith(delimiter, at)) {
                at += delimiter.length();
            } else {
                int end = commentEnd(at);
                if (end < 0 || isRead(at)) {
                    return;
                }
                if (end == UNCLOSED) {
                    unclosed(at, at, "the comment that begins here is never closed");
                    return;
                }
                at = end;
            }
        }
    }

    private boolean delimiterCommand() {
        if (!lexicon.delimiterCommand() || !text.regionMatches(true, at, "delimiter", 0, 9)) {
            return false;
        }
        int end = orEnd(text, text.indexOf('\n', at));
        String word = text.substring(at + 9, end).strip();
        if (word.isEmpty() || isWordPart(text.charAt(Math.min(at + 9, text.length() - 1)))) {
            return false;
        }
        delimiter = word;
        at = end;
        return true;
    }

    private void statement() {
        int start = at;
        int contentEnd = at;
        Bodies bodies = new Bodies(lexicon.compoundBodies());
        while (at < text.length()) {
            char here = text.charAt(at);
            if (bodies.outside() && text.startsWith(delimiter, at)) {
                add(start, contentEnd);
                at += delimiter.length();
                return;
            }
            int end = commentEnd(at);
            boolean comment = end >= 0 || end == UNCLOSED;
            if (!comment) {
                end = quoteEnd(at);
            }
            if (end == UNCLOSED) {
                unclosed(
                        start,
                        at,
                        (comment ? "the comment" : "the quote " + here) + " that begins here is never closed");
                return;
            }
            if (end >= 0) {
                contentEnd = comment && !isRead(at) ? contentEnd : end;
                at = end;
            } else if (isWordPart(here)) {
                int wordEnd = at;
                while (wordEnd < text.length() && isWordPart(text.charAt(wordEnd))) {
                    wordEnd++;
                }
                bodies.word(text.substring(at, wordEnd));
                at = wordEnd;
                contentEnd = at;
            } else {
                at++;
                bodies.other(here);
                contentEnd = Character.isWhitespace(here) ? contentEnd : at;
            }
        }
        if (contentEnd > start) {
            add(start, contentEnd);
        }
    }

    private void add(int start, int end) {
        pieces.add(new Piece(text.substring(start, end), source.span(start, end), null));
    }

    private void unclosed(int start, int opened, String what) {
        pieces.add(new Piece(text.substring(start), source.span(opened, Math.min(text.length(), opened + 1)), what));
        at = text.length();
    }

    /** A comment that MySQL and MariaDB read as SQL: where their shell's commands are known, so are these. */
    private boolean isRead(int start) {
        return lexicon.delimiterCommand() && text.startsWith("/*!", start);
    }

    private static final int NONE = -1;
    private static final int UNCLOSED = -2;

    /** Where the comment that begins here ends, or {@link #NONE}, or {@link #UNCLOSED}. */
    private int commentEnd(int start) {
        boolean line = (text.startsWith("--", start) && (!lexicon.dashNeedsBlank() || blankAt(start + 2)))
                || (lexicon.hashComments() && text.charAt(start) == '#')
                || (lexicon.slashComments() && text.startsWith("//", start));
        if (line) {
            return orEnd(text, text.indexOf('\n', start));
        }
        if (!text.startsWith("/*", start)) {
            return NONE;
        }
        int depth = 1;
        int here = start + 2;
        while (here < text.length()) {
            if (text.startsWith("*/", here)) {
                here += 2;
                depth--;
                if (depth == 0) {
                    return here;
                }
            } else if (lexicon.nestedComments() && text.startsWith("/*", here)) {
                here += 2;
                depth++;
            } else {
                here++;
            }
        }
        return UNCLOSED;
    }

    private int quoteEnd(int start) {
        char here = text.charAt(start);
        return switch (here) {
            case '\'' -> closing(start, '\'', lexicon.backslashEscapes() || escapeString(start));
            case '"' -> closing(start, '"', lexicon.backslashEscapes());
            case '`' -> lexicon.backquotes() ? closing(start, '`', false) : NONE;
            case '[' -> lexicon.brackets() ? closing(start, ']', false) : NONE;
            case '$' -> dollarEnd(start);
            default -> NONE;
        };
    }

    private boolean escapeString(int start) {
        return lexicon.escapeStrings()
                && start > 0
                && (text.charAt(start - 1) == 'E' || text.charAt(start - 1) == 'e')
                && (start == 1 || !isWordPart(text.charAt(start - 2)));
    }

    private int closing(int start, char quote, boolean escapes) {
        int here = start + 1;
        while (here < text.length()) {
            char c = text.charAt(here);
            if (escapes && c == '\\') {
                here++;
            } else if (c == quote) {
                if (here + 1 < text.length() && text.charAt(here + 1) == quote) {
                    here++;
                } else {
                    return here + 1;
                }
            }
            here++;
        }
        return UNCLOSED;
    }

    private int dollarEnd(int start) {
        if (lexicon.dollarQuotes() == SqlLexicon.DollarQuotes.NONE
                || (start > 0 && isWordPart(text.charAt(start - 1)))) {
            return NONE;
        }
        int end = start + 1;
        if (lexicon.dollarQuotes() == SqlLexicon.DollarQuotes.TAGGED) {
            while (end < text.length() && isTagPart(text.charAt(end), end == start + 1)) {
                end++;
            }
        }
        if (end >= text.length() || text.charAt(end) != '$') {
            return NONE;
        }
        String tag = text.substring(start, end + 1);
        int close = text.indexOf(tag, end + 1);
        return close < 0 ? UNCLOSED : close + tag.length();
    }

    private boolean blankAt(int place) {
        return place >= text.length() || Character.isWhitespace(text.charAt(place));
    }

    private static boolean isTagPart(char it, boolean first) {
        return it == '_' || Character.isLetter(it) || (!first && Character.isDigit(it));
    }

    private static boolean isWordPart(char it) {
        return it == '_' || it == '$' || Character.isLetterOrDigit(it);
    }

    private static int orEnd(String text, int found) {
        return found < 0 ? text.length() : found;
    }

    /**
     * Counts what is open in the body of a stored program: blocks and CASE. What ends in words of its own ({@code end
     * if}, {@code end loop}) need not be counted.
     */
    private static final class Bodies {
        private static final Set<String> PROGRAMS = Set.of("trigger", "procedure", "function", "event");
        private static final Set<String> NOT_COUNTED = Set.of("if", "loop", "while", "repeat");

        private final SqlLexicon.CompoundBodies kind;
        private String first = "";
        private int words;
        private boolean program;
        private int open;
        /** After an {@code end} of which the next word tells what it ends. */
        private boolean ending;

        Bodies(SqlLexicon.CompoundBodies kind) {
            this.kind = kind;
        }

        boolean outside() {
            return open == 0 || (open == 1 && ending);
        }

        void word(String text) {
            String word = text.toLowerCase(Locale.ROOT);
            first = first.isEmpty() ? word : first;
            words++;
            program |= first.equals("create") && isProgram(word);
            if (isNameless(word)) {
                program = true;
                open++;
            }
            if (!program) {
                return;
            }
            if (ending) {
                ending = false;
                if (NOT_COUNTED.contains(word)) {
                    return;
                }
                open--;
                if (word.equals("case")) {
                    return;
                }
            }
            if (word.equals("begin") || (open > 0 && word.equals("case"))) {
                open++;
            } else if (open > 0 && word.equals("end")) {
                ending = true;
            }
        }

        void other(char it) {
            if (ending && !Character.isWhitespace(it)) {
                ending = false;
                open--;
            }
        }

        /** MariaDB: {@code begin not atomic … end}. */
        private boolean isNameless(String word) {
            return kind == SqlLexicon.CompoundBodies.PROGRAMS
                    && words == 2
                    && first.equals("begin")
                    && word.equals("not");
        }

        private boolean isProgram(String word) {
            return switch (kind) {
                case NONE -> false;
                case TRIGGERS -> word.equals("trigger");
                case PROGRAMS -> PROGRAMS.contains(word);
                case ATOMIC -> word.equals("function") || word.equals("procedure");
            };
        }
    }
}
