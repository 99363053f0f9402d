package dev.mig.syntax;

import dev.mig.source.Span;
import dev.mig.syntax.Statement.CreateObject;
import dev.mig.syntax.Statement.DialectSql;
import dev.mig.syntax.Statement.DropObject;
import dev.mig.syntax.Statement.OneSql;
import dev.mig.syntax.Statement.Reversal;
import dev.mig.syntax.Statement.ReverseNothing;
import dev.mig.syntax.Statement.ReverseSql;
import dev.mig.syntax.Statement.Script;
import dev.mig.syntax.Statement.ScriptFile;
import dev.mig.syntax.Statement.ScriptText;
import dev.mig.syntax.Statement.Sql;
import dev.mig.syntax.Statement.SqlBody;
import dev.mig.syntax.Statement.SqlByDialect;
import dev.mig.syntax.Statement.Touches;
import dev.mig.syntax.Statement.TouchesAs;
import dev.mig.syntax.Statement.TouchesNothing;
import dev.mig.syntax.Statement.TouchesTables;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints SQL that is sent as it is, and what is said about it. */
final class RawPrinter {
    private final Page page;
    private final StatementPrinter statements;

    RawPrinter(Page page, StatementPrinter statements) {
        this.page = page;
        this.statements = statements;
    }

    Run sql(Sql sql, Run run) {
        Run said = body("sql", sql.body(), sql.span().start(), run);
        return reversal(sql.reversal(), touches(sql.touches(), said), sql.span());
    }

    Run script(Script script, Run run) {
        Span span = script.span();
        Run said = switch (script.body()) {
            case ScriptText it -> text("script", it.text(), span.start(), run);
            case ScriptFile it ->
                run.clause("script file " + Words.of(it.file()), span, it.file().span());
        };
        return reversal(script.reversal(), said, span);
    }

    Run create(CreateObject object, Run run) {
        String words = "create "
                + Words.when(object.orReplace(), "or replace ")
                + "object "
                + Words.of(object.kind())
                + ' '
                + Words.of(object.name());
        text(words, object.create(), object.span().start(), run);
        return reverse(object.reverse(), run);
    }

    Run drop(DropObject object, Run run) {
        String words = "drop object " + Words.of(object.kind()) + ' ' + Words.of(object.name());
        if (object.drop() == null) {
            run.clause(words, object.span(), object.name().span());
        } else {
            text(words, object.drop(), object.span().start(), run);
        }
        return reverse(object.reverse(), run);
    }

    /** What a statement with the span says last, if it says it. */
    Run reversal(@Nullable Reversal reversal, Run run, Span statement) {
        return switch (reversal) {
            case null -> run;
            // The tree does not say where these words stand, but that they are the statement's last.
            case ReverseNothing it ->
                run.clause("reverse nothing", Math.max(statement.start(), statement.end() - 1), statement.end());
            case ReverseSql it -> body("reverse", it.body(), start(it.body()), run);
        };
    }

    /** A word and SQL in triple quotes. */
    Run text(String words, SqlText text, int from, Run run) {
        return run.clause(
                Words.sql(words + ' ', text, page.layout()), from, text.span().end());
    }

    private Run reverse(@Nullable SqlText text, Run run) {
        return text == null ? run : text("reverse", text, text.span().start(), run);
    }

    private Run body(String word, SqlBody body, int from, Run run) {
        return switch (body) {
            case OneSql it -> text(word, it.text(), from, run);
            case SqlByDialect it -> byDialect(word, it, from, run);
        };
    }

    private Run byDialect(String word, SqlByDialect body, int from, Run run) {
        Gaps gaps = page.gaps();
        List<DialectSql> entries = body.entries();
        int inside = gaps.previous(start(body));
        page.open(run.clause(word, Math.min(from, inside), inside), inside);
        for (DialectSql entry : entries) {
            Span span = entry.span();
            page.put(text(Words.names(entry.dialects()), entry.text(), span.start(), Run.of(Spacing.KEPT)));
        }
        int end = gaps.next(entries.getLast().span().end());
        if (body.elseSkip()) {
            int skipped = gaps.next(end + "else".length()) + "skip".length();
            page.put(Run.of(Spacing.KEPT).clause("else skip", end, skipped));
            end = gaps.next(skipped);
        }
        return page.close(end);
    }

    private static int start(SqlBody body) {
        return switch (body) {
            case OneSql it -> it.text().span().start();
            case SqlByDialect it -> it.entries().getFirst().span().start();
        };
    }

    private Run touches(@Nullable Touches touches, Run run) {
        Gaps gaps = page.gaps();
        int from = gaps.next(run.to());
        return switch (touches) {
            case null -> run;
            case TouchesNothing it ->
                run.clause("touches nothing", from, gaps.next(from + "touches".length()) + "nothing".length());
            case TouchesTables it ->
                run.clause(
                        it.tables().stream().map(Words::of).collect(Collectors.joining(", ", "touches (", ")")),
                        from,
                        it.tables().getLast().span().end());
            case TouchesAs it ->
                statements.block(
                        it.statements(),
                        run.clause("touches", from, it.statements().span().start()));
        };
    }
}
