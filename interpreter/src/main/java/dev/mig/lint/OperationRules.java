package dev.mig.lint;

import dev.mig.diff.StatementTree;
import dev.mig.model.Column;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Database;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.script.SqlLexicon;
import dev.mig.script.SqlSplitter;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Statement.Renamed;

/** Rules about whole operations; those about changes of tables are in {@link ChangeRules}. */
final class OperationRules {
    private final Locking locking;
    private final NewObjects made;
    private final Findings findings;
    private final StatementTree tree;
    private final ChangeRules changes;
    private final RawRules raw;
    private final SqlLexicon lexicon;

    OperationRules(Database database, NewObjects made, Findings findings) {
        this.locking = Locking.of(database);
        this.made = made;
        this.findings = findings;
        this.tree = new StatementTree(database);
        this.raw = new RawRules(locking, findings);
        this.lexicon = Dialect.of(database).orElseThrow().style().lexicon();
        this.changes = new ChangeRules(locking, made, findings, tree);
    }

    void look(Operation operation, SchemaModel before) {
        switch (operation) {
            case Operation.CreateTable it -> createTable(it);
            case Operation.DropTable it -> dropTable(it);
            case Operation.RenameTable it -> renamed("table", it.table(), it.span());
            case Operation.RenameOther it -> {
                if (it.kind() == Renamed.VIEW) {
                    renamed("view", it.name(), it.span());
                }
            }
            case Operation.AlterTable it -> changes.look(it, before);
            case Operation.CreateIndex it -> createIndex(it);
            case Operation.DropIndex it -> dropIndex(it);
            case Operation.Update it -> {
                if (it.where() == null && it.batches() == null) {
                    rowsAtOnce("update", it.table(), it.span());
                }
            }
            case Operation.Delete it -> {
                if (it.where() == null && it.batches() == null) {
                    rowsAtOnce("delete", it.table(), it.span());
                }
            }
            case Operation.ExecuteSql it -> raw.look(it.sql(), it.span());
            case Operation.ExecuteScript it ->
                SqlSplitter.split(it.script(), lexicon).forEach(piece -> raw.look(piece.sql(), it.span()));
            case Operation.OutsideTransaction it -> {
                SchemaModel model = before;
                for (Operation inner : it.operations()) {
                    look(inner, model);
                    made.note(inner);
                    model = model.apply(inner);
                }
            }
            case Operation it -> {
                // Nothing else changes what somebody may be using.
            }
        }
    }

    private void createTable(Operation.CreateTable it) {
        Table table = it.table();
        for (Column column : table.columns()) {
            if (column.identity() != null && (column.type() == Plain.INTEGER || column.type() == Plain.SMALLINT)) {
                findings.warn(
                        Code.KEY_RUNS_OUT,
                        it.span(),
                        it.span(),
                        "the keys of " + table.name() + " end at "
                                + (column.type() == Plain.INTEGER ? "2,147,483,647" : "32,767")
                                + ", and a wider type later rewrites the table",
                        column.name() + " bigint identity");
            }
        }
    }

    private void dropTable(Operation.DropTable it) {
        if (!made.table(it.table())) {
            findings.error(
                    Code.TABLE_DROPPED,
                    it.span(),
                    it.span(),
                    "table " + it.table() + " goes with its rows, under programs that may still read it",
                    "let programs forget it first; then rename it, wait, and drop it in a later revision");
        }
    }

    private void renamed(String kind, QualifiedIdentifier name, Span span) {
        if (!made.table(name)) {
            findings.error(
                    Code.RENAMED_IN_USE,
                    span,
                    span,
                    "programs that run while " + kind + " " + name + " gets another name do not find it any more",
                    "keep the old name for a while: create view " + name
                            + " as \"\"\" select * from the new one \"\"\"");
        }
    }

    private void createIndex(Operation.CreateIndex it) {
        if (locking != Locking.GRADED || it.concurrently() || made.table(it.table())) {
            return;
        }
        Operation gentle = new Operation.CreateIndex(it.table(), it.index(), true, it.ifNotExists(), Span.none());
        findings.error(
                Code.INDEX_BLOCKS,
                it.span(),
                it.span(),
                "nobody can write to " + it.table() + " until index " + name(it.index()) + " is built",
                tree.text(gentle));
    }

    private static String name(Index index) {
        return index.name().toString();
    }

    private void dropIndex(Operation.DropIndex it) {
        QualifiedIdentifier table = it.table();
        if (locking != Locking.GRADED || it.concurrently() || (table != null && made.table(table))) {
            return;
        }
        findings.warn(
                Code.INDEX_DROP_BLOCKS,
                it.span(),
                it.span(),
                "dropping index " + it.name().name() + " waits for everybody who uses its table, and everybody waits"
                        + " behind it",
                tree.text(new Operation.DropIndex(it.name(), table, true, it.ifExists(), Span.none())));
    }

    private void rowsAtOnce(String word, QualifiedIdentifier table, Span span) {
        if (!made.table(table)) {
            findings.warn(
                    Code.ROWS_AT_ONCE,
                    span,
                    span,
                    "all rows of " + table + " change in one statement, and stay locked until it is done",
                    "in pieces, each committed: " + word + " … batch 5000",
                    "or only some of them: where (…)");
        }
    }
}
