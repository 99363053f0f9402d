package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement.CreateObject;
import dev.mig.syntax.tree.Statement.DialectSql;
import dev.mig.syntax.tree.Statement.DropObject;
import dev.mig.syntax.tree.Statement.OneSql;
import dev.mig.syntax.tree.Statement.Reversal;
import dev.mig.syntax.tree.Statement.ReverseNothing;
import dev.mig.syntax.tree.Statement.ReverseSql;
import dev.mig.syntax.tree.Statement.Script;
import dev.mig.syntax.tree.Statement.ScriptFile;
import dev.mig.syntax.tree.Statement.ScriptText;
import dev.mig.syntax.tree.Statement.Sql;
import dev.mig.syntax.tree.Statement.SqlBody;
import dev.mig.syntax.tree.Statement.SqlByDialect;
import dev.mig.syntax.tree.Statement.Touches;
import dev.mig.syntax.tree.Statement.TouchesAs;
import dev.mig.syntax.tree.Statement.TouchesNothing;
import dev.mig.syntax.tree.Statement.TouchesTables;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints raw SQL and its clauses. */
final class RawPrinter {
    private final Page page;
    private final StatementPrinter statements;

    RawPrinter(Page page, StatementPrinter statements) {
        this.page = page;
        this.statements = statements;
    }

    ClauseRun sql(Sql sql, ClauseRun run) {
        ClauseRun said = body("sql", sql.body(), sql.span().start(), run);
        return reversal(sql.reversal(), touches(sql.touches(), said), sql.span());
    }

    ClauseRun script(Script script, ClauseRun run) {
        Span span = script.span();
        ClauseRun said = switch (script.body()) {
            case ScriptText it -> text("script", it.text(), span.start(), run);
            case ScriptFile it ->
                run.clause(
                        "script file " + TermPrinter.of(it.file()),
                        span,
                        it.file().span());
        };
        return reversal(script.reversal(), said, span);
    }

    ClauseRun create(CreateObject object, ClauseRun run) {
        String words = "create "
                + TermPrinter.when(object.orReplace(), "or replace ")
                + "object "
                + TermPrinter.of(object.kind())
                + ' '
                + TermPrinter.of(object.name());
        text(words, object.create(), object.span().start(), run);
        return reverse(object.reverse(), run);
    }

    ClauseRun drop(DropObject object, ClauseRun run) {
        String words = "drop object " + TermPrinter.of(object.kind()) + ' ' + TermPrinter.of(object.name());
        if (object.drop() == null) {
            run.clause(words, object.span(), object.name().span());
        } else {
            text(words, object.drop(), object.span().start(), run);
        }
        return reverse(object.reverse(), run);
    }

    /** What a statement with the span says last, if it says it. */
    ClauseRun reversal(@Nullable Reversal reversal, ClauseRun run, Span statement) {
        return switch (reversal) {
            case null -> run;
            // The tree does not say where these words stand, but that they are the statement's last.
            case ReverseNothing it ->
                run.clause("reverse nothing", Math.max(statement.start(), statement.end() - 1), statement.end());
            case ReverseSql it -> body("reverse", it.body(), start(it.body()), run);
        };
    }

    /** A word and SQL in triple quotes. */
    ClauseRun text(String words, SqlText text, int from, ClauseRun run) {
        return run.clause(
                TermPrinter.sql(words + ' ', text, page.layout()),
                from,
                text.span().end());
    }

    private ClauseRun reverse(@Nullable SqlText text, ClauseRun run) {
        return text == null ? run : text("reverse", text, text.span().start(), run);
    }

    private ClauseRun body(String word, SqlBody body, int from, ClauseRun run) {
        return switch (body) {
            case OneSql it -> text(word, it.text(), from, run);
            case SqlByDialect it -> byDialect(word, it, from, run);
        };
    }

    private ClauseRun byDialect(String word, SqlByDialect body, int from, ClauseRun run) {
        Trivia gaps = page.gaps();
        List<DialectSql> entries = body.entries();
        int inside = gaps.previous(start(body));
        page.open(run.clause(word, Math.min(from, inside), inside), inside);
        for (DialectSql entry : entries) {
            Span span = entry.span();
            page.put(text(TermPrinter.names(entry.dialects()), entry.text(), span.start(), ClauseRun.of(Spacing.KEPT)));
        }
        int end = gaps.next(entries.getLast().span().end());
        if (body.elseSkip()) {
            int skipped = gaps.next(end + "else".length()) + "skip".length();
            page.put(ClauseRun.of(Spacing.KEPT).clause("else skip", end, skipped));
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

    private ClauseRun touches(@Nullable Touches touches, ClauseRun run) {
        Trivia gaps = page.gaps();
        int from = gaps.next(run.to());
        return switch (touches) {
            case null -> run;
            case TouchesNothing it ->
                run.clause("touches nothing", from, gaps.next(from + "touches".length()) + "nothing".length());
            case TouchesTables it ->
                run.clause(
                        it.tables().stream().map(TermPrinter::of).collect(Collectors.joining(", ", "touches (", ")")),
                        from,
                        it.tables().getLast().span().end());
            case TouchesAs it ->
                statements.block(
                        it.statements(),
                        run.clause("touches", from, it.statements().span().start()));
        };
    }
}
