package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constructs for rows and conditions from other SQL dialects, and whole SQL statements. */
final class DataHints {
    private static final Set<String> SQL_VERBS = Set.of(
            "select",
            "with",
            "grant",
            "revoke",
            "merge",
            "replace",
            "truncate",
            "vacuum",
            "analyze",
            "lock",
            "call",
            "do",
            "begin",
            "commit",
            "rollback",
            "start",
            "exec",
            "execute",
            "declare",
            "use",
            "set",
            "pragma",
            "copy",
            "savepoint",
            "explain",
            "delimiter",
            "reindex");
    private static final Set<String> CALLS = Set.of("now", "gen_random_uuid");
    private static final Set<String> OBJECTS = Set.of(
            "function",
            "procedure",
            "trigger",
            "extension",
            "domain",
            "policy",
            "rule",
            "aggregate",
            "operator",
            "event",
            "package",
            "synonym");
    private static final Set<Integer> CLAUSES =
            Set.of(MigLexer.BY, MigLexer.BATCH, MigLexer.REVERSE, MigLexer.WHERE, MigLexer.ELSE, MigLexer.USING);
    private static final Set<Integer> COLUMN_OPTIONS = Set.of(
            MigLexer.NOT,
            MigLexer.PRIMARY,
            MigLexer.UNIQUE,
            MigLexer.COMMENT,
            MigLexer.COLLATE,
            MigLexer.DEFAULT,
            MigLexer.REFERENCES,
            MigLexer.IDENTITY);

    private DataHints() {}

    /** {@code insert into t values (…)}. */
    static @Nullable Diagnostic insertWithoutColumns(BrokenElement it) {
        int values = it.find(MigLexer.VALUES);
        if (!it.isStatement() || !it.has(it.start(), MigLexer.INSERT, MigLexer.INTO) || values != it.stop()) {
            return null;
        }
        int row = values + 1;
        while (it.type(row) == MigLexer.NL) {
            row++;
        }
        int count = 1;
        int end = it.type(row) == MigLexer.LPAREN ? it.afterBracket(row) : row;
        for (int i = row; i < end; i++) {
            count += it.type(i) == MigLexer.COMMA ? 1 : 0;
        }
        StringBuilder columns = new StringBuilder("(column_1");
        for (int i = 2; i <= Math.min(count, 100); i++) {
            columns.append(", column_").append(i);
        }
        String head = it.text(it.start(), it.afterName(it.start() + 2));
        return Diagnostic.error(
                Code.INSERT_WITHOUT_COLUMNS,
                it.span(values),
                "an insert names the columns that it fills",
                head + " " + columns + ") " + it.text(values, it.end()));
    }

    /** {@code insert into t (a) select …}. */
    static @Nullable Diagnostic insertSelect(BrokenElement it) {
        boolean query = it.hasWord(it.stop(), Set.of("select", "with"));
        if (!it.isStatement() || !it.has(it.start(), MigLexer.INSERT, MigLexer.INTO) || !query) {
            return null;
        }
        boolean columns = it.type(it.stop() - 1) == MigLexer.RPAREN || it.type(it.stop() - 2) == MigLexer.RPAREN;
        int name = it.afterName(it.start() + 2);
        String head = columns ? it.text(it.start(), it.stop()) : it.text(it.start(), name) + " (column_1)";
        int line = it.span(it.stop()).start();
        int end = Math.max(line, it.span(it.end()).start());
        String select = it.source().text().substring(line, end).strip();
        return Diagnostic.error(
                Code.PLAIN_SQL,
                it.span(it.stop()),
                "a query stands between triple quotes",
                head + " \"\"\" " + withoutSemicolon(select) + " \"\"\"");
    }

    /** {@code set a = b}, {@code where id = 5}, {@code check a > 0}, {@code using a::int}. */
    static @Nullable Diagnostic bareSql(BrokenElement it) {
        Map<Integer, String> exchanged = new HashMap<>();
        int first = -1;
        int last = -1;
        boolean condition = false;
        for (int i = it.start(); i < it.end(); i++) {
            boolean opens = switch (it.type(i)) {
                case MigLexer.WHERE, MigLexer.CHECK, MigLexer.REQUIRE -> true;
                case MigLexer.EQ -> it.type(it.start()) == MigLexer.UPDATE;
                case MigLexer.USING -> it.type(it.start()) == MigLexer.ALTER;
                default -> false;
            };
            boolean name = i == it.start()
                    && !it.isStatement()
                    && it.type(i + 1) == MigLexer.IDENT
                    && it.isItem()
                    && it.type(i) != MigLexer.CHECK;
            if (!opens || name) {
                continue;
            }
            int to = endOfSql(it, i);
            if (to <= i + 1
                    || isRead(
                            it,
                            it.type(i) == MigLexer.EQ ? MigParser.RULE_assignedValue : MigParser.RULE_expression,
                            i + 1,
                            to)) {
                i = Math.max(i, to - 1);
                continue;
            }
            if (first < 0) {
                first = i + 1;
                last = to;
                condition = it.type(i) != MigLexer.EQ && it.type(i) != MigLexer.USING;
            }
            exchanged.put(i + 1, "(" + it.text(i + 1, to) + ")");
            for (int rest = i + 2; rest < to; rest++) {
                exchanged.put(rest, "");
            }
            i = to - 1;
        }
        if (first < 0 || it.stop() < first - 1 || it.stop() > last) {
            return null;
        }
        String line = it.line(it.with(exchanged));
        return condition
                ? Diagnostic.error(Code.BARE_CONDITION, it.span(first, last), "a condition stands in brackets", line)
                : Diagnostic.error(
                        Code.BARE_VALUE,
                        it.span(first, last),
                        "what is not a literal stands in brackets, the name of a column too",
                        line);
    }

    /** Whether what stands there can stand there: in an assignment a call cannot, except for our own words. */
    private static boolean isRead(BrokenElement it, int rule, int from, int to) {
        boolean call = rule == MigParser.RULE_assignedValue && it.type(from + 1) == MigLexer.LPAREN;
        RuleMatch reach = RuleMatch.of(rule, it.tokens(), from, Set.of());
        return reach.end() == to && !(call && !(it.hasWord(from, CALLS) && to == from + 3));
    }

    /** Up to a comma, a line end, or the next clause. */
    private static int endOfSql(BrokenElement it, int opening) {
        boolean inColumn = it.type(opening) == MigLexer.CHECK;
        int at = opening + 1;
        while (at < it.end()
                && !it.isLineEnd(at)
                && it.type(at) != MigLexer.COMMA
                && it.type(at) != MigLexer.SEMI
                && it.type(at) != MigLexer.RBRACE
                && it.type(at) != MigLexer.RPAREN
                && !CLAUSES.contains(it.type(at))
                && !(inColumn && COLUMN_OPTIONS.contains(it.type(at)) && it.type(at + 1) != MigLexer.IDENT)) {
            at = it.type(at) == MigLexer.LPAREN ? Math.min(it.afterBracket(at), it.end()) : at + 1;
        }
        return at;
    }

    /** {@code create sequence s start with 1 increment by 1}. */
    static @Nullable Diagnostic sequenceWords(BrokenElement it) {
        if (!it.isStatement() || !it.has(it.start(), MigLexer.CREATE, MigLexer.SEQUENCE)) {
            return null;
        }
        Map<Integer, String> exchanged = new HashMap<>();
        for (int i = it.start(); i < it.end(); i++) {
            boolean with = it.has(i, MigLexer.START, MigLexer.WITH);
            if (with || it.has(i, MigLexer.INCREMENT, MigLexer.BY)) {
                exchanged.put(i + 1, "");
            }
        }
        return exchanged.isEmpty()
                ? null
                : Diagnostic.error(
                        Code.SEQUENCE_WORDS,
                        it.span(it.stop()),
                        "the number comes right after \"start\" and \"increment\"",
                        it.with(exchanged));
    }

    /** A statement that exists only in SQL. */
    static @Nullable Diagnostic plainSql(BrokenElement it) {
        int first = it.start();
        if (!it.isStatement()) {
            return null;
        }
        String text = withoutSemicolon(it.text(first, it.end()));
        if (it.type(first) == MigLexer.CREATE) {
            return created(it, text);
        }
        if (it.type(first) == MigLexer.DROP && it.hasWord(first + 1, OBJECTS)) {
            String kind = it.word(first + 1);
            int name = first + (it.type(first + 2) == MigLexer.IF ? 4 : 2);
            return plain(
                    it,
                    first + 1,
                    "a " + kind + " is dropped as an object",
                    "drop object " + kind + " " + it.text(name, it.afterName(name)) + " \"\"\" " + text + " \"\"\"");
        }
        if (it.stop() == first + 1 && (it.type(first) == MigLexer.SQL || it.type(first) == MigLexer.SCRIPT)) {
            String sql = withoutSemicolon(it.text(first + 1, it.end()));
            boolean bare = it.type(it.stop()) == MigLexer.IDENT
                    || Keywords.type(it.word(it.stop())).isPresent();
            return bare
                    ? plain(
                            it,
                            it.stop(),
                            "SQL stands between triple quotes",
                            it.word(first) + " \"\"\" " + sql + " \"\"\"")
                    : null;
        }
        if (!it.hasWord(first, SQL_VERBS) || it.stop() > first + 1) {
            return null;
        }
        return switch (it.word(first)) {
            case "begin", "commit", "rollback", "start", "savepoint" ->
                Diagnostic.error(
                        Code.PLAIN_SQL,
                        it.span(first),
                        "a revision runs in a transaction of its own wherever the database can",
                        "leave it out");
            default ->
                plain(it, first, "this is SQL, and stands between triple quotes", "sql \"\"\" " + text + " \"\"\"");
        };
    }

    private static @Nullable Diagnostic created(BrokenElement it, String text) {
        int replace = it.start() + (it.has(it.start() + 1, MigLexer.OR, MigLexer.REPLACE) ? 3 : 1);
        if (it.hasWord(replace, OBJECTS)) {
            String kind = it.word(replace);
            int name = replace + 1 + (it.has(replace + 1, MigLexer.IF, MigLexer.NOT) ? 3 : 0);
            return plain(
                    it,
                    replace,
                    "what has no form of its own here is made as an object",
                    it.text(it.start(), replace) + " object " + kind + " " + it.text(name, it.afterName(name))
                            + " \"\"\" " + text + " \"\"\"");
        }
        int as = it.find(MigLexer.AS);
        boolean view = it.type(replace) == MigLexer.VIEW || it.type(replace + 1) == MigLexer.VIEW;
        if (view && as > 0 && it.stop() == as + 1 && it.hasWord(as + 1, Set.of("select", "with"))) {
            String query = withoutSemicolon(it.text(as + 1, it.end()));
            return plain(
                    it,
                    as + 1,
                    "the query of a view stands between triple quotes",
                    it.text(it.start(), as + 1) + " \"\"\" " + query + " \"\"\"");
        }
        return null;
    }

    private static Diagnostic plain(BrokenElement it, int at, String message, String line) {
        return Diagnostic.error(Code.PLAIN_SQL, it.span(at), message, line);
    }

    private static String withoutSemicolon(String sql) {
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).strip() : sql;
    }
}
