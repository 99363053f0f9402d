package dev.mig.syntax;

import dev.mig.source.Span;
import dev.mig.syntax.Statement.Batches;
import dev.mig.syntax.Statement.Delete;
import dev.mig.syntax.Statement.Insert;
import dev.mig.syntax.Statement.Load;
import dev.mig.syntax.Statement.Query;
import dev.mig.syntax.Statement.Row;
import dev.mig.syntax.Statement.Update;
import dev.mig.syntax.Statement.Values;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the statements that change rows. */
final class DataPrinter {
    private final Page page;
    private final RawPrinter raw;

    DataPrinter(Page page, RawPrinter raw) {
        this.page = page;
        this.raw = raw;
    }

    /** One row stands on the line if it fits; several take a line each, below each other. */
    Run insert(Insert insert, Run run) {
        String words = "insert into " + Words.of(insert.table()) + ' ' + Words.columns(insert.columns());
        Span span = insert.span();
        Span head = insert.columns().getLast().span();
        Run said = switch (insert.rows()) {
            case Values it ->
                run.clause(words, span, head)
                        .list(
                                "values",
                                it.rows().stream().map(DataPrinter::row).toList(),
                                it.rows().stream().map(Row::span).toList())
                        .breakIf(it.rows().size() > 1);
            case Query it ->
                run.clause(
                        Words.sql(words + ' ', it.select(), page.layout()),
                        span.start(),
                        it.select().span().end());
        };
        return raw.reversal(insert.reversal(), said, span);
    }

    Run update(Update update, Run run) {
        run.clause(
                        "update " + Words.of(update.table()),
                        update.span(),
                        update.table().span())
                .list(
                        "set",
                        update.assignments().stream()
                                .map(it -> Words.of(it.column()) + " = " + Words.of(it.value()))
                                .toList(),
                        update.assignments().stream()
                                .map(Statement.Assignment::span)
                                .toList());
        return raw.reversal(update.reversal(), batches(update.batches(), where(update.where(), run)), update.span());
    }

    Run delete(Delete delete, Run run) {
        run.clause(
                "delete from " + Words.of(delete.table()),
                delete.span(),
                delete.table().span());
        return raw.reversal(delete.reversal(), batches(delete.batches(), where(delete.where(), run)), delete.span());
    }

    Run load(Load load, Run run) {
        Span into = load.columns().isEmpty()
                ? load.table().span()
                : load.columns().getLast().span();
        run.clause("load " + Words.of(load.file()), load.span(), load.file().span())
                .clause(
                        "into " + Words.of(load.table()) + Words.optionalColumns(load.columns()),
                        load.table().span(),
                        into);
        return raw.reversal(load.reversal(), run, load.span());
    }

    private static String row(Row row) {
        return row.values().stream().map(Words::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Run where(Value.@Nullable Expression where, Run run) {
        return where == null ? run : run.clause("where " + Words.of(where), where.span(), where.span());
    }

    private static Run batches(@Nullable Batches batches, Run run) {
        if (batches == null) {
            return run;
        }
        String by = batches.by() == null ? "" : "by " + Words.of(batches.by()) + ' ';
        String text = by + "batch " + batches.size() + Words.optional(" pause ", batches.pause());
        return run.clause(text, batches.span(), batches.span());
    }
}
