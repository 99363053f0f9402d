package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Statement.AddEnumValue;
import dev.mig.syntax.tree.Statement.AlterTable;
import dev.mig.syntax.tree.Statement.CommentOnColumn;
import dev.mig.syntax.tree.Statement.CommentOnTable;
import dev.mig.syntax.tree.Statement.CreateEnum;
import dev.mig.syntax.tree.Statement.CreateIndex;
import dev.mig.syntax.tree.Statement.CreateMaterializedView;
import dev.mig.syntax.tree.Statement.CreateObject;
import dev.mig.syntax.tree.Statement.CreateSchema;
import dev.mig.syntax.tree.Statement.CreateSequence;
import dev.mig.syntax.tree.Statement.CreateTable;
import dev.mig.syntax.tree.Statement.CreateView;
import dev.mig.syntax.tree.Statement.Delete;
import dev.mig.syntax.tree.Statement.DropIndex;
import dev.mig.syntax.tree.Statement.DropMaterializedView;
import dev.mig.syntax.tree.Statement.DropObject;
import dev.mig.syntax.tree.Statement.DropSchema;
import dev.mig.syntax.tree.Statement.DropSequence;
import dev.mig.syntax.tree.Statement.DropTable;
import dev.mig.syntax.tree.Statement.DropType;
import dev.mig.syntax.tree.Statement.DropView;
import dev.mig.syntax.tree.Statement.Insert;
import dev.mig.syntax.tree.Statement.Load;
import dev.mig.syntax.tree.Statement.OnDialect;
import dev.mig.syntax.tree.Statement.OutsideTransaction;
import dev.mig.syntax.tree.Statement.RefreshMaterializedView;
import dev.mig.syntax.tree.Statement.RenameEnumValue;
import dev.mig.syntax.tree.Statement.RenameIndex;
import dev.mig.syntax.tree.Statement.RenameOther;
import dev.mig.syntax.tree.Statement.RenameTable;
import dev.mig.syntax.tree.Statement.Renamed;
import dev.mig.syntax.tree.Statement.Require;
import dev.mig.syntax.tree.Statement.Script;
import dev.mig.syntax.tree.Statement.Sql;
import dev.mig.syntax.tree.Statement.Update;
import dev.mig.syntax.tree.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints statements and blocks of them: what fits on a line itself, the larger ones through their own printers. */
final class StatementPrinter {
    private final Page page;
    private final TablePrinter tables;
    private final RawPrinter raw;
    private final DataPrinter data;

    StatementPrinter(Page page) {
        this.page = page;
        this.tables = new TablePrinter(page);
        this.raw = new RawPrinter(page, this);
        this.data = new DataPrinter(page, raw);
    }

    /**
     * Statements below each other. The author decides whether one stands together with those before it, but one that
     * takes several lines is always set apart; so are generated ones.
     */
    void statements(List<Statement> statements) {
        Spacing usual = page.gaps().isNone() ? Spacing.APART : Spacing.KEPT;
        for (Statement statement : statements) {
            int first = page.lines().size();
            page.put(statement(statement, ClauseRun.of(usual)));
            Line line = page.lines().get(first);
            if (page.lines().size() > first + 1 || line.isBroken()) {
                page.lines().set(first, line.spaced(Spacing.APART));
            }
        }
    }

    /** Opens the run in a brace, prints the statements, and returns the run of the closing brace. */
    ClauseRun block(Block block, ClauseRun run) {
        page.open(run, Math.min(block.span().start() + 1, block.span().end()));
        statements(block.statements());
        return page.close(Math.max(block.span().start(), block.span().end() - 1));
    }

    private ClauseRun statement(Statement statement, ClauseRun run) {
        return switch (statement) {
            case CreateTable it -> tables.create(it, run);
            case AlterTable it -> tables.alter(it, run);
            case CreateIndex it -> createIndex(it, run);
            case DropIndex it -> dropIndex(it, run);
            case Insert it -> data.insert(it, run);
            case Update it -> data.update(it, run);
            case Delete it -> data.delete(it, run);
            case Load it -> data.load(it, run);
            case Sql it -> raw.sql(it, run);
            case Script it -> raw.script(it, run);
            case CreateObject it -> raw.create(it, run);
            case DropObject it -> raw.drop(it, run);
            case CreateView it -> {
                String words = "create " + TermPrinter.when(it.orReplace(), "or replace ") + "view "
                        + TermPrinter.of(it.name());
                yield raw.text(words + " as", it.query(), it.span().start(), run);
            }
            case CreateMaterializedView it ->
                raw.text(
                        "create materialized view " + TermPrinter.of(it.name()) + " as",
                        it.query(),
                        it.span().start(),
                        run);
            case OnDialect it -> onDialect(it, run);
            case OutsideTransaction it ->
                block(
                        it.block(),
                        run.clause("outside transaction", it.span(), it.block().span()));
            case Require it -> require(it, run);
            case DropTable it ->
                one(
                        it,
                        "drop table " + ifExists(it.ifExists()) + TermPrinter.of(it.name())
                                + TermPrinter.when(it.cascade(), " cascade"),
                        run);
            case RenameTable it ->
                one(it, "rename table " + TermPrinter.of(it.name()) + " to " + TermPrinter.of(it.to()), run);
            case CommentOnTable it ->
                one(it, "comment on table " + TermPrinter.of(it.table()) + ' ' + orNull(it.comment()), run);
            case CommentOnColumn it ->
                one(it, "comment on column " + TermPrinter.of(it.column()) + ' ' + orNull(it.comment()), run);
            case RenameIndex it ->
                one(
                        it,
                        "rename index " + TermPrinter.of(it.name()) + TermPrinter.optional(" on ", it.table()) + " to "
                                + TermPrinter.of(it.to()),
                        run);
            case CreateEnum it ->
                one(
                        it,
                        it.values().stream()
                                .map(TermPrinter::of)
                                .collect(Collectors.joining(
                                        ", ", "create type " + TermPrinter.of(it.name()) + " as enum (", ")")),
                        run);
            case AddEnumValue it ->
                one(
                        it,
                        "alter type " + TermPrinter.of(it.type()) + " add value " + TermPrinter.of(it.value())
                                + TermPrinter.optional(" before ", it.before())
                                + TermPrinter.optional(" after ", it.after()),
                        run);
            case RenameEnumValue it ->
                one(
                        it,
                        "alter type " + TermPrinter.of(it.type()) + " rename value " + TermPrinter.of(it.value())
                                + " to " + TermPrinter.of(it.to()),
                        run);
            case DropType it -> one(it, "drop type " + TermPrinter.of(it.name()), run);
            case CreateSequence it ->
                one(
                        it,
                        "create sequence " + TermPrinter.of(it.name())
                                + (it.start() == null ? "" : " start " + it.start())
                                + (it.increment() == null ? "" : " increment " + it.increment()),
                        run);
            case DropSequence it -> one(it, "drop sequence " + TermPrinter.of(it.name()), run);
            case CreateSchema it ->
                one(
                        it,
                        "create schema " + TermPrinter.when(it.ifNotExists(), "if not exists ")
                                + TermPrinter.of(it.name()),
                        run);
            case DropSchema it ->
                one(
                        it,
                        "drop schema " + ifExists(it.ifExists()) + TermPrinter.of(it.name())
                                + TermPrinter.when(it.cascade(), " cascade"),
                        run);
            case DropView it -> one(it, "drop view " + ifExists(it.ifExists()) + TermPrinter.of(it.name()), run);
            case RefreshMaterializedView it -> one(it, "refresh materialized view " + TermPrinter.of(it.name()), run);
            case DropMaterializedView it ->
                one(it, "drop materialized view " + ifExists(it.ifExists()) + TermPrinter.of(it.name()), run);
            case RenameOther it ->
                one(
                        it,
                        "rename " + word(it.kind()) + ' ' + TermPrinter.of(it.name()) + " to "
                                + TermPrinter.of(it.to()),
                        run);
        };
    }

    private static ClauseRun one(Statement statement, String text, ClauseRun run) {
        Span span = statement.span();
        return run.clause(text, span, span);
    }

    private static ClauseRun createIndex(CreateIndex index, ClauseRun run) {
        String words = "create "
                + TermPrinter.when(index.unique(), "unique ")
                + "index"
                + TermPrinter.when(index.concurrently(), " concurrently")
                + TermPrinter.when(index.ifNotExists(), " if not exists")
                + (index.name() == null ? "" : ' ' + TermPrinter.of(index.name()));
        String on = "on "
                + TermPrinter.of(index.table())
                + (index.method() == null ? " " : " using " + TermPrinter.of(index.method()) + ' ')
                + TermPrinter.elements(index.elements());
        int head = index.name() == null
                ? index.span().start()
                : index.name().span().end();
        run.clause(words, index.span().start(), head)
                .clause(on, index.table().span(), index.elements().getLast().span());
        if (!index.include().isEmpty()) {
            run.clause(
                    "include " + TermPrinter.columns(index.include()),
                    index.include().getFirst().span(),
                    index.include().getLast().span());
        }
        if (index.where() != null) {
            run.clause(
                    "where " + TermPrinter.of(index.where()),
                    index.where().span(),
                    index.where().span());
        }
        return run;
    }

    private static ClauseRun dropIndex(DropIndex index, ClauseRun run) {
        String words = "drop index "
                + TermPrinter.when(index.concurrently(), "concurrently ")
                + ifExists(index.ifExists())
                + TermPrinter.optional("", index.name())
                + TermPrinter.when(index.name() != null && index.table() != null, " ")
                + TermPrinter.optional("on ", index.table());
        String keys = index.elements().isEmpty() ? "" : ' ' + TermPrinter.elements(index.elements());
        return one(index, words + keys, run);
    }

    private ClauseRun onDialect(OnDialect on, ClauseRun run) {
        ClauseRun end = block(
                on.then(),
                run.clause(
                        "on " + TermPrinter.names(on.dialects()),
                        on.span(),
                        on.then().span()));
        if (on.otherwise() == null) {
            return end;
        }
        int otherwise = on.otherwise().span().start();
        return block(on.otherwise(), end.joined("else", otherwise));
    }

    private static ClauseRun require(Require require, ClauseRun run) {
        run.clause(
                "require " + TermPrinter.of(require.condition()),
                require.span(),
                require.condition().span());
        if (require.message() != null) {
            Span span = require.message().span();
            run.clause("else " + TermPrinter.of(require.message()), span, span);
        }
        return run;
    }

    private static String ifExists(boolean condition) {
        return TermPrinter.when(condition, "if exists ");
    }

    private static String orNull(@Nullable Text text) {
        return text == null ? "null" : TermPrinter.of(text);
    }

    private static String word(Renamed kind) {
        return switch (kind) {
            case VIEW -> "view";
            case SEQUENCE -> "sequence";
            case TYPE -> "type";
            case SCHEMA -> "schema";
        };
    }
}
