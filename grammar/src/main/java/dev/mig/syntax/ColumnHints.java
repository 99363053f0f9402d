package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Column definitions from other SQL dialects, in a table's braces or after {@code add column}. */
final class ColumnHints {
    private static final Set<String> COUNTING = Set.of("auto_increment", "autoincrement");
    private static final Set<Integer> OPTIONS = Set.of(
            MigLexer.NOT,
            MigLexer.NULL,
            MigLexer.PRIMARY,
            MigLexer.UNIQUE,
            MigLexer.CHECK,
            MigLexer.COMMENT,
            MigLexer.COLLATE,
            MigLexer.DEFAULT,
            MigLexer.IDENTITY,
            MigLexer.GENERATED,
            MigLexer.REFERENCES);

    private ColumnHints() {}

    /** {@code check varchar(10)}: a column called by a word that begins a constraint. */
    static @Nullable Diagnostic constraintWord(BrokenElement it) {
        int at = it.type(it.start()) == MigLexer.ADD ? it.start() + 1 : it.start();
        boolean constraint = switch (it.type(at)) {
            case MigLexer.CONSTRAINT, MigLexer.PRIMARY, MigLexer.FOREIGN, MigLexer.UNIQUE, MigLexer.CHECK -> true;
            default -> false;
        };
        boolean key =
                it.type(at + 1) == MigLexer.KEY && (it.type(at) == MigLexer.PRIMARY || it.type(at) == MigLexer.FOREIGN);
        if (it.isStatement() || !constraint || key) {
            return null;
        }
        CommonToken column = new CommonToken(it.tokens().get(at));
        column.setType(MigLexer.COLUMN);
        List<Token> tokens = new ArrayList<>(it.tokens().subList(at, it.end() + 1));
        tokens.addFirst(column);
        if (RuleMatch.of(MigParser.RULE_item, tokens, 0, Set.of()).end() != tokens.size() - 1) {
            return null;
        }
        return Diagnostic.error(
                Code.COLUMN_WORD,
                it.span(at),
                "\"" + it.word(at) + "\" begins a constraint; a column called so is announced by \"column\"",
                it.line(it.with(Map.of(at, "column " + it.text(at, at + 1)))));
    }

    /** {@code auto_increment}. */
    static @Nullable Diagnostic autoIncrement(BrokenElement it) {
        if (it.isStatement() && it.type(it.start()) != MigLexer.ALTER) {
            return null;
        }
        for (int i = it.start(); i < it.end(); i++) {
            if (it.hasWord(i, COUNTING) && i > it.start() + 1) {
                return Diagnostic.error(
                        Code.AUTO_INCREMENT,
                        it.span(i),
                        "a column that counts by itself is an identity",
                        it.line(it.with(Map.of(i, "identity"))));
            }
        }
        return null;
    }

    /** {@code generated always as identity}, {@code generated always as ( … ) stored}. */
    static @Nullable Diagnostic generatedAs(BrokenElement it) {
        int generated = it.find(MigLexer.GENERATED);
        if (generated < 0) {
            return null;
        }
        Map<Integer, String> exchanged = new HashMap<>();
        int at = generated + 1;
        boolean always = it.type(at) == MigLexer.ALWAYS;
        while (at < it.end()
                && (it.type(at) == MigLexer.ALWAYS
                        || it.type(at) == MigLexer.BY
                        || it.type(at) == MigLexer.DEFAULT
                        || it.type(at) == MigLexer.AS)) {
            exchanged.put(at++, "");
        }
        if (exchanged.isEmpty()) {
            return null;
        }
        boolean identity = it.type(at) == MigLexer.IDENTITY;
        if (identity) {
            exchanged.put(generated, "");
            exchanged.put(at, always ? "identity always" : "identity");
        }
        return Diagnostic.error(
                identity ? Code.AUTO_INCREMENT : Code.GENERATED_AS,
                it.span(generated, at),
                identity ? "a column that counts by itself is an identity" : "after \"generated\" comes the expression",
                it.line(it.with(exchanged)));
    }

    /** {@code state enum('new', 'paid')}. */
    static @Nullable Diagnostic inlineEnum(BrokenElement it) {
        int at = it.stop() - 2;
        boolean values = it.type(it.stop()) == MigLexer.STRING && it.type(at + 1) == MigLexer.LPAREN;
        if (!values || at < 1 || !it.hasWord(at, Set.of("enum", "set")) || it.start() == at) {
            return null;
        }
        int after = it.afterBracket(at + 1);
        String type = it.text(at - 1, at).replace("\"", "") + "_type";
        Map<Integer, String> exchanged = new HashMap<>();
        exchanged.put(at, type);
        for (int i = at + 1; i < after; i++) {
            exchanged.put(i, "");
        }
        return Diagnostic.error(
                Code.INLINE_ENUM,
                it.span(at, after),
                "the values of an enum are a type of their own",
                it.line(it.with(exchanged)),
                "before the table: create type " + type + " as enum " + it.text(at + 1, after));
    }

    /** {@code index ix (a)}, {@code key ix (a)} among the items of a table. */
    static @Nullable Diagnostic inlineIndex(BrokenElement it) {
        int index = it.start() + (it.type(it.start()) == MigLexer.UNIQUE ? 1 : 0);
        boolean unique = index > it.start();
        boolean begins = it.type(index) == MigLexer.INDEX || it.type(index) == MigLexer.KEY;
        if (!it.isItem() || !begins) {
            return null;
        }
        boolean named = it.type(index + 1) == MigLexer.IDENT;
        int open = index + (named ? 2 : 1);
        if (it.type(open) != MigLexer.LPAREN || it.stop() > it.afterBracket(open)) {
            return null;
        }
        int brace = it.start();
        while (brace > 0 && it.type(brace) != MigLexer.LBRACE) {
            brace--;
        }
        int table = brace - 1;
        while (table > 1 && it.type(table - 1) == MigLexer.DOT) {
            table -= 2;
        }
        String statement = "create " + (unique ? "unique " : "") + "index "
                + (named ? it.text(index + 1, index + 2) + " " : "") + "on " + it.text(table, brace) + " "
                + it.text(open, it.afterBracket(open));
        return Diagnostic.error(
                Code.INLINE_INDEX,
                it.span(it.start(), open),
                "an index is a statement of its own, after the table",
                statement);
    }

    /** {@code int unsigned}. */
    static @Nullable Diagnostic unsigned(BrokenElement it) {
        boolean begins = !it.isLineEnd(it.stop()) && it.hasWord(it.stop(), Set.of("unsigned", "signed", "zerofill"));
        if (!begins || it.type(it.start()) == MigLexer.CREATE) {
            return null;
        }
        return Diagnostic.error(
                Code.FOREIGN_TYPE,
                it.span(it.stop()),
                "numbers have a sign here, on every database",
                it.line(it.with(Map.of(it.stop(), ""))),
                it.line(it.with(
                        Map.of(it.stop(), "check (" + it.text(columnName(it), columnName(it) + 1) + " >= 0)"))));
    }

    private static int columnName(BrokenElement it) {
        int add = it.find(MigLexer.ADD);
        int first = it.isItem() ? it.start() : add + 1;
        return it.type(first) == MigLexer.COLUMN ? first + 1 : first;
    }

    /** {@code nick text null}. */
    static @Nullable Diagnostic nullOption(BrokenElement it) {
        if (it.type(it.stop()) != MigLexer.NULL || !it.reach().rules().contains(MigParser.RULE_columnOption)) {
            return null;
        }
        return Diagnostic.error(
                Code.NULL_OPTION,
                it.span(it.stop()),
                "a column takes null unless it says \"not null\"",
                it.line(it.with(Map.of(it.stop(), ""))));
    }

    /** {@code default now}, {@code default -x}, {@code default 1 + 1}. */
    static @Nullable Diagnostic bareDefault(BrokenElement it) {
        int word = -1;
        for (int i = it.start(); i < Math.min(it.stop(), it.end()); i++) {
            boolean option = it.type(i) == MigLexer.DEFAULT && i > it.start() + 1;
            word = option && (it.type(i - 1) != MigLexer.SET || !it.isItem()) ? i : word;
        }
        int from = word + 1;
        int to = from;
        while (word >= 0 && to < it.end() && !it.isLineEnd(to) && (to == from || !OPTIONS.contains(it.type(to)))) {
            to = it.type(to) == MigLexer.LPAREN ? it.afterBracket(to) : to + 1;
        }
        boolean afterValue = it.stop() > from
                && it.type(it.stop()) == MigLexer.IDENT
                && it.type(it.stop() - 1) != MigLexer.MINUS
                && it.type(it.stop() - 1) != MigLexer.OP;
        if (word < 0 || it.stop() > to || to <= from || it.type(from) == MigLexer.QUOTED || afterValue) {
            return null;
        }
        String sql = it.text(from, to);
        String value = switch (it.word(from)) {
            case "now", "gen_random_uuid" -> to == from + 1 ? it.word(from) + "()" : "(" + sql + ")";
            case "sysdate", "getdate", "localtimestamp", "systimestamp" -> "current_timestamp";
            default -> "(" + sql + ")";
        };
        if (to == from + 1 && it.type(from) == MigLexer.IDENT && value.startsWith("(")) {
            value = "'" + sql + "'";
        }
        Map<Integer, String> exchanged = new HashMap<>();
        exchanged.put(from, value);
        for (int i = from + 1; i < to; i++) {
            exchanged.put(i, "");
        }
        return Diagnostic.error(
                Code.BARE_VALUE,
                it.span(from, to),
                "a default is a value, a call, or SQL in brackets",
                it.line(it.with(exchanged)));
    }
}
