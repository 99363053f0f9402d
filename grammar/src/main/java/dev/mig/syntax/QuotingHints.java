package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quoting from other SQL dialects: backquotes, bare variables, strings in double quotes. */
final class QuotingHints {
    private static final Pattern VARIABLE = Pattern.compile("[\\w.]*\\$\\{[^}\n]*}[\\w.]*");

    private static final Pattern SINGLE = Pattern.compile("[‘’‚‛]");
    private static final Pattern DOUBLE = Pattern.compile("[“”„‟«»]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u2028\\u2029\\p{Cc}]");
    private static final Set<Integer> NAMES = Set.of(
            MigParser.RULE_tableName,
            MigParser.RULE_columnName,
            MigParser.RULE_itemName,
            MigParser.RULE_constraintName,
            MigParser.RULE_indexName,
            MigParser.RULE_indexPath,
            MigParser.RULE_newName,
            MigParser.RULE_qualifiedName,
            MigParser.RULE_name);

    private QuotingHints() {}

    /** {@code drop table `order`}. */
    static @Nullable Diagnostic backquotes(BrokenElement it) {
        if (it.type(it.stop()) != MigLexer.OP || !it.word(it.stop()).startsWith("`")) {
            return null;
        }
        String text = it.text(it.start(), it.end());
        return Diagnostic.error(
                Code.BACKQUOTE,
                it.span(it.stop()),
                "a name that must be exact stands in double quotes",
                it.line(SqlColumns.withoutBackquotes(text)));
    }

    /** {@code drop table ${prefix}_users}. */
    static @Nullable Diagnostic bareVariable(BrokenElement it) {
        String text = it.source().text();
        int at = it.span(it.stop()).start();
        int dollar = text.startsWith("${", at) ? at : at - 1;
        if (dollar < 0 || !text.startsWith("${", dollar)) {
            return null;
        }
        boolean value = it.type(it.stop() - 1) == MigLexer.DEFAULT || it.type(it.stop() - 1) == MigLexer.EQ;
        String quote = value ? "'" : "\"";
        int close = text.indexOf('}', dollar);
        return Diagnostic.error(
                Code.BARE_VARIABLE,
                it.source().span(dollar, close < 0 ? dollar + 2 : close + 1),
                "a variable stands inside of quotes or brackets",
                it.line(VARIABLE.matcher(it.text(it.start(), it.end()))
                        .replaceAll(found -> Matcher.quoteReplacement(quote + found.group() + quote))));
    }

    /** {@code comment on table t ‘new’}: what a word processor made of quotes. */
    static @Nullable Diagnostic typographicQuotes(BrokenElement it) {
        boolean single = SINGLE.matcher(it.word(it.stop())).matches();
        if (!single && !DOUBLE.matcher(it.word(it.stop())).matches()) {
            return null;
        }
        String line = it.text(it.start(), it.end());
        line = DOUBLE.matcher(SINGLE.matcher(line).replaceAll("'")).replaceAll("\"");
        return Diagnostic.error(
                Code.DOUBLE_QUOTES,
                it.span(it.stop()),
                "these are quotes of a word processor, and a " + (single ? "string" : "name") + " stands in plain ones",
                it.line(line));
    }

    /** A zero-width blank, say, that came along with what was pasted. */
    static @Nullable Diagnostic invisibleCharacter(BrokenElement it) {
        String found = it.word(it.stop());
        if (it.type(it.stop()) != MigLexer.OP || !INVISIBLE.matcher(found).matches()) {
            return null;
        }
        return Diagnostic.error(
                Code.SYNTAX,
                it.span(it.stop()),
                "a character that cannot be seen stands here",
                "delete it, and type a blank or a line end in its place");
    }

    /** {@code create table my-table}, {@code add column 2nd text}. */
    static @Nullable Diagnostic oddName(BrokenElement it) {
        int from = it.stop();
        while (from > it.start() && isNamePart(it, from - 1) && it.isRightBefore(from - 1, from)) {
            from--;
        }
        int to = it.stop();
        while (to < it.end() && isNamePart(it, to) && (to == it.stop() || it.isRightBefore(to - 1, to))) {
            to++;
        }
        boolean expectsName = it.reach().rules().stream().anyMatch(NAMES::contains);
        boolean begun = from < it.stop() && it.type(from) != MigLexer.NUMBER && it.type(from) != MigLexer.MINUS;
        boolean number = it.type(from) == MigLexer.NUMBER;
        boolean several = to - from > 1;
        boolean lone = it.type(from) == MigLexer.OP && to > from && expectsName;
        if (!(lone || (several && (begun || (number && expectsName))))) {
            return null;
        }
        String name = it.span(from, to).text();
        Map<Integer, String> exchanged = new HashMap<>();
        exchanged.put(from, '"' + name + '"');
        for (int i = from + 1; i < to; i++) {
            exchanged.put(i, "");
        }
        return Diagnostic.error(
                Code.SYNTAX,
                it.span(from, to),
                "a name with other characters than letters, digits, \"_\" and \"$\" stands in double quotes",
                it.line(it.with(exchanged)));
    }

    private static boolean isNamePart(BrokenElement it, int at) {
        return switch (it.type(at)) {
            case MigLexer.IDENT, MigLexer.NUMBER, MigLexer.MINUS, MigLexer.OP -> true;
            default -> Keywords.all().containsKey(it.word(at));
        };
    }

    /** {@code default "new"}. */
    static @Nullable Diagnostic doubleQuotes(BrokenElement it) {
        // A quoted name could begin a call, so that the mistake shows behind it.
        int at = it.type(it.stop()) == MigLexer.QUOTED ? it.stop() : it.stop() - 1;
        boolean value = it.type(at - 1) == MigLexer.DEFAULT
                || it.type(at - 1) == MigLexer.EQ
                || it.type(at - 1) == MigLexer.LPAREN
                || it.type(at - 1) == MigLexer.COMMA;
        boolean text = at == it.stop()
                && (it.reach().rules().contains(MigParser.RULE_text)
                        || it.reach().rules().contains(MigParser.RULE_literal));
        if (at <= it.start() || it.type(at) != MigLexer.QUOTED || !(text || (at < it.stop() && value))) {
            return null;
        }
        String written = it.text(at, at + 1);
        String string = "'"
                + written.substring(1, written.length() - 1)
                        .replace("\"\"", "\"")
                        .replace("'", "''") + "'";
        return Diagnostic.error(
                Code.DOUBLE_QUOTES,
                it.span(at),
                "a string stands in single quotes; double quotes hold a name",
                it.line(it.with(Map.of(at, string))));
    }
}
