package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table syntax of other SQL dialects: brackets, options, conditions. */
final class TableHints {
    private static final Set<String> MYSQL =
            Set.of("engine", "charset", "row_format", "auto_increment", "collate", "character", "default");
    private static final Set<String> POSTGRESQL = Set.of("tablespace", "partition", "inherits", "with");

    private TableHints() {}

    /** {@code create table t ( … )}. */
    static @Nullable Diagnostic bracketsForBraces(BrokenElement it) {
        if (!it.isStatement() || !it.has(it.start(), MigLexer.CREATE, MigLexer.TABLE)) {
            return null;
        }
        int open = it.start() + 2;
        while (open < it.end() && it.type(open) != MigLexer.LPAREN && it.type(open) != MigLexer.LBRACE) {
            open++;
        }
        if (it.type(open) != MigLexer.LPAREN || it.stop() > open) {
            return null;
        }
        int close = it.afterBracket(open) - 1;
        String inside =
                it.source().text().substring(it.span(open).end(), it.span(close).start());
        String head = SqlColumns.withoutBackquotes(it.text(it.start(), open)) + " {\n";
        StringBuilder table = new StringBuilder(head);
        for (String item : SqlColumns.items(inside)) {
            table.append("  ").append(item).append('\n');
        }
        String written = table.append('}').toString();
        boolean whole = written.lines().count() <= 40 && Body.isRight(written);
        return Diagnostic.error(
                Code.TABLE_BRACKETS,
                it.span(open),
                "the columns of a table stand in braces, one a line",
                whole ? written : head + "  id bigint identity primary key\n}");
    }

    /** {@code } engine=innodb}, on the line of the brace or on the next. */
    static @Nullable Diagnostic optionsOutside(BrokenElement it) {
        if (!it.isStatement()) {
            return null;
        }
        boolean behind =
                it.type(it.stop() - 1) == MigLexer.RBRACE && it.has(it.start(), MigLexer.CREATE, MigLexer.TABLE);
        int at = behind ? it.stop() : it.start();
        String word = it.word(at);
        boolean mysql = it.hasWord(at, MYSQL);
        boolean postgresql = it.hasWord(at, POSTGRESQL);
        boolean sqlite = word.equals("without") || word.equals("strict");
        if (!(mysql || postgresql || sqlite) || (!behind && (it.stop() > at + 1 || !followsTable(it)))) {
            return null;
        }
        int end = at;
        while (!it.isLineEnd(end) && it.type(end) != MigLexer.SEMI && it.type(end) != MigLexer.RBRACE) {
            end++;
        }
        String dialect = mysql ? "mysql" : postgresql ? "postgresql" : "sqlite";
        String options = it.span(at, end).text().replace("'", "''");
        return Diagnostic.error(
                Code.TABLE_OPTIONS,
                it.span(at, end),
                "what only one database knows of a table is said in its \"options\"",
                (behind ? "} " : "") + "options " + dialect + " '" + options + "'");
    }

    private static boolean followsTable(BrokenElement it) {
        int before = it.start() - 1;
        while (before >= 0 && it.type(before) == MigLexer.NL) {
            before--;
        }
        int type = it.type(before);
        return before >= 0 && (type == MigLexer.RBRACE || type == MigLexer.STRING || type == MigLexer.RPAREN);
    }

    /** {@code create … if exists}, {@code drop … if not exists}. */
    static @Nullable Diagnostic ifExists(BrokenElement it) {
        int at = it.find(MigLexer.IF);
        if (!it.isStatement() || at < 0 || it.stop() > at + 3) {
            return null;
        }
        if (it.type(it.start()) == MigLexer.CREATE && it.has(at, MigLexer.IF, MigLexer.EXISTS)) {
            return wrongCondition(it, at, 2, "create", "if not exists", Map.of(at, "if not exists", at + 1, ""));
        }
        if (it.type(it.start()) == MigLexer.DROP && it.has(at, MigLexer.IF, MigLexer.NOT, MigLexer.EXISTS)) {
            return wrongCondition(it, at, 3, "drop", "if exists", Map.of(at, "if exists", at + 1, "", at + 2, ""));
        }
        return null;
    }

    private static Diagnostic wrongCondition(
            BrokenElement it, int at, int length, String verb, String condition, Map<Integer, String> exchanged) {
        return Diagnostic.error(
                Code.IF_EXISTS,
                it.span(at, at + length),
                "\"" + verb + "\" takes \"" + condition + "\"",
                it.with(exchanged));
    }
}
