package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quoting from other SQL dialects: backquotes, bare variables, strings in double quotes. */
final class QuotingHints {
    private static final Pattern VARIABLE = Pattern.compile("[\\w.]*\\$\\{[^}\n]*}[\\w.]*");

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
