package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sections of a {@code .sql} revision by the comment lines that begin them.
 *
 * <p>It looks at lines only. A marker inside a string or a body would split that in two, which is reported when the
 * section is split into statements, because the string is never closed.
 */
final class SqlSections {
    /** A comment that says more after the word is an ordinary one, unless it is one of the ways back. */
    private static final Pattern MARK = Pattern.compile(
            "(?im)^[ \\t]*--[ \\t]*(upgrade|downgrade)(?:[ \\t]+(nothing|auto|none(?:[ \\t]+'([^'\\n]*)')?))?[ \\t]*$");

    /** How other tools mark the upgrade section. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*(\\+goose up|migrate:up|\\+migrate up|!ups|up)\\b.*$");

    private record Mark(
            boolean upgrade, String rest, @Nullable String reason, Span span) {}

    private final Source source;
    private final List<Diagnostic> problems = new ArrayList<>();

    SqlSections(Source source) {
        this.source = source;
    }

    Parsed<SqlFile> parse() {
        HeaderLines lines = HeaderReader.lines(source, HeaderReader.Style.SQL);
        Parsed<Header> header = HeaderReader.read(lines, HeaderReader.Style.SQL);
        problems.addAll(header.diagnostics());
        List<Mark> marks = marks();
        Span upgrade = null;
        SqlFile.WayBack wayBack = null;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int end = i + 1 < marks.size()
                    ? marks.get(i + 1).span().start()
                    : source.text().length();
            Span section = source.span(mark.span().end(), end);
            if (mark.upgrade() ? upgrade != null : wayBack != null) {
                wrong(mark.span(), "the section is there already", "one -- upgrade and one -- downgrade a file");
            } else if (mark.upgrade()) {
                upgrade = section;
                check(mark);
            } else {
                wayBack = wayBack(mark, section);
            }
        }
        int first = marks.isEmpty()
                ? source.text().length()
                : marks.getFirst().span().start();
        before(first, lines.bodyStart());
        if (upgrade == null && problems.stream().noneMatch(Diagnostic::isError)) {
            missing(lines.bodyStart());
        }
        Header read = header.tree();
        if (read == null || upgrade == null || problems.stream().anyMatch(Diagnostic::isError)) {
            return new Parsed<>(null, problems);
        }
        if (wayBack == null) {
            int end = source.text().length();
            wayBack = new SqlFile.None(null, source.span(end, end));
        }
        return new Parsed<>(new SqlFile(source, read, upgrade, wayBack), problems);
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(source.text());
        while (matcher.find()) {
            String rest = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
            int start = source.text().indexOf("--", matcher.start());
            marks.add(new Mark(
                    matcher.group(1).equalsIgnoreCase("upgrade"),
                    rest,
                    matcher.group(3),
                    source.span(start, matcher.end())));
        }
        return marks;
    }

    private void check(Mark mark) {
        if (!mark.rest().isEmpty()) {
            wrong(mark.span(), "only a downgrade can be \"" + mark.rest() + "\"", "-- upgrade");
        }
    }

    private SqlFile.WayBack wayBack(Mark mark, Span section) {
        boolean empty = holdsNothing(section);
        if (!mark.rest().isEmpty() && !empty) {
            wrong(
                    mark.span(),
                    "the file says \"" + mark.rest() + "\", and SQL follows",
                    "-- downgrade, if the SQL is the way back");
        }
        if (mark.rest().equals("auto")) {
            wrong(
                    mark.span(),
                    "a way back cannot be derived from SQL",
                    "write the SQL that takes it back below -- downgrade",
                    "or write the revision as a .mig file, which has downgrade auto");
        }
        if (mark.rest().equals("nothing")) {
            return new SqlFile.Nothing();
        }
        if (mark.rest().startsWith("none")) {
            return new SqlFile.None(mark.reason(), mark.span());
        }
        return empty
                ? new SqlFile.None("its downgrade section holds no statement", mark.span())
                : new SqlFile.Section(section);
    }

    private void before(int end, int bodyStart) {
        int at = firstStatement(source.text(), Math.min(bodyStart, end), end);
        if (at < end && end < source.text().length()) {
            int line = source.text().indexOf('\n', at);
            wrong(
                    source.span(at, line < 0 ? end : line),
                    "SQL stands before the first section",
                    "-- upgrade on a line of its own above it");
        }
    }

    private void missing(int bodyStart) {
        Matcher foreign = FOREIGN.matcher(source.text());
        if (foreign.find()) {
            int start = source.text().indexOf("--", foreign.start());
            wrong(source.span(start, foreign.end()), "the upgrade section begins with another word here", "-- upgrade");
        } else {
            int at = Math.min(bodyStart, source.text().length());
            wrong(source.span(at, at), "the file has no upgrade section", "-- upgrade on a line of its own");
        }
    }

    private void wrong(Span span, String message, String... hints) {
        problems.add(Diagnostic.error(Code.SQL_SECTION, span, message, hints));
    }

    private static boolean holdsNothing(Span sql) {
        return firstStatement(sql.source().text(), sql.start(), sql.end()) == sql.end();
    }

    /** Where something stands that is no blank, comment or semicolon; the end if nothing does. */
    private static int firstStatement(String text, int start, int end) {
        int at = start;
        while (at < end) {
            if (text.charAt(at) <= ' ' || text.charAt(at) == ';') {
                at++;
            } else if (text.startsWith("--", at)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? end : line;
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                at = close < 0 ? end : close + 2;
            } else {
                return at;
            }
        }
        return end;
    }
}
