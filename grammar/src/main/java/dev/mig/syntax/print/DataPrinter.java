package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Statement.Batches;
import dev.mig.syntax.tree.Statement.Delete;
import dev.mig.syntax.tree.Statement.Insert;
import dev.mig.syntax.tree.Statement.Load;
import dev.mig.syntax.tree.Statement.Query;
import dev.mig.syntax.tree.Statement.Row;
import dev.mig.syntax.tree.Statement.Update;
import dev.mig.syntax.tree.Statement.Values;
import dev.mig.syntax.tree.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints statements that change rows. */
final class DataPrinter {
    private final Page page;
    private final RawPrinter raw;

    DataPrinter(Page page, RawPrinter raw) {
        this.page = page;
        this.raw = raw;
    }

    /** One row stands on the line if it fits; several take a line each, below each other. */
    ClauseRun insert(Insert insert, ClauseRun run) {
        String words = "insert into " + TermPrinter.of(insert.table()) + ' ' + TermPrinter.columns(insert.columns());
        Span span = insert.span();
        Span head = insert.columns().getLast().span();
        ClauseRun said = switch (insert.rows()) {
            case Values it ->
                run.clause(words, span, head)
                        .list(
                                "values",
                                it.rows().stream().map(DataPrinter::row).toList(),
                                it.rows().stream().map(Row::span).toList())
                        .breakIf(it.rows().size() > 1);
            case Query it ->
                run.clause(
                        TermPrinter.sql(words + ' ', it.select(), page.layout()),
                        span.start(),
                        it.select().span().end());
        };
        return raw.reversal(insert.reversal(), said, span);
    }

    ClauseRun update(Update update, ClauseRun run) {
        run.clause(
                        "update " + TermPrinter.of(update.table()),
                        update.span(),
                        update.table().span())
                .list(
                        "set",
                        update.assignments().stream()
                                .map(it -> TermPrinter.of(it.column()) + " = " + TermPrinter.of(it.value()))
                                .toList(),
                        update.assignments().stream()
                                .map(Statement.Assignment::span)
                                .toList());
        return raw.reversal(update.reversal(), batches(update.batches(), where(update.where(), run)), update.span());
    }

    ClauseRun delete(Delete delete, ClauseRun run) {
        run.clause(
                "delete from " + TermPrinter.of(delete.table()),
                delete.span(),
                delete.table().span());
        return raw.reversal(delete.reversal(), batches(delete.batches(), where(delete.where(), run)), delete.span());
    }

    ClauseRun load(Load load, ClauseRun run) {
        Span into = load.columns().isEmpty()
                ? load.table().span()
                : load.columns().getLast().span();
        run.clause(
                        "load " + TermPrinter.of(load.file()),
                        load.span(),
                        load.file().span())
                .clause(
                        "into " + TermPrinter.of(load.table()) + TermPrinter.optionalColumns(load.columns()),
                        load.table().span(),
                        into);
        return raw.reversal(load.reversal(), run, load.span());
    }

    private static String row(Row row) {
        return row.values().stream().map(TermPrinter::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static ClauseRun where(Value.@Nullable Expression where, ClauseRun run) {
        return where == null ? run : run.clause("where " + TermPrinter.of(where), where.span(), where.span());
    }

    private static ClauseRun batches(@Nullable Batches batches, ClauseRun run) {
        if (batches == null) {
            return run;
        }
        String by = batches.by() == null ? "" : "by " + TermPrinter.of(batches.by()) + ' ';
        String text = by + "batch " + batches.size() + TermPrinter.optional(" pause ", batches.pause());
        return run.clause(text, batches.span(), batches.span());
    }
}
